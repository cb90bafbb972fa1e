import { expect, it } from "@jest/globals";
import type { Relation } from "../../authorisation/relation.js";
import { demonstrationLastDay } from "../../demonstration/generate-concern.js";
import { messagesOf } from "../../demonstration/plan-messages.js";
import { addDays } from "../../subgraphs/calendar-day.js";
import { firstConcerns } from "./demonstration-world.js";

const known = (concern: { readonly provider: string; readonly region: string | null }) =>
  [
    { organisation: concern.provider, relations: ["RESPONSIBLE"] },
    { organisation: concern.region ?? "", relations: ["REGIONAL"] },
    { organisation: "GMC", relations: ["REMIT"] },
  ] as { organisation: string; relations: Relation[] }[];

async function messages(knownBy = known) {
  const made = await firstConcerns(300);
  return made.flatMap((each) =>
    messagesOf(each, knownBy(each.concern), demonstrationLastDay).map((message) => ({ ...message, of: each })),
  );
}

it("the demonstration has messages of escalations and of requirements, the same every time", async () => {
  const all = await messages();
  expect(new Set(all.map(({ kind }) => kind))).toEqual(new Set(["CONCERN_ESCALATED", "REQUIREMENT_ISSUED"]));
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  expect((await messages()).map(({ id, readOn }) => [id, readOn])).toEqual(all.map(({ id, readOn }) => [id, readOn]));
});

it("a message is of the last sixty days, leads to its concern, and is read unless it is of the last fourteen", async () => {
  for (const { toldOn, readOn, linkId, reference, of } of await messages()) {
    expect(toldOn >= addDays(demonstrationLastDay, -60) && toldOn <= demonstrationLastDay).toBe(true);
    expect({ linkId, reference }).toEqual({ linkId: of.concern.id, reference: of.concern.reference });
    expect(readOn === null).toBe(toldOn >= addDays(demonstrationLastDay, -14));
  }
});

it("nobody is told who may not know of the concern, and no regulator of a requirement", async () => {
  expect(await messages(() => [])).toEqual([]);
  const told = await messages();
  expect(told.filter(({ kind, organisation }) => kind === "REQUIREMENT_ISSUED" && organisation === "GMC")).toEqual([]);
});

it.each([
  ["begin", 1n << 40n],
  ["end", 1n],
])("of concerns whose keys %s otherwise, as some of a million do, no two messages are one", async (_where, apart) => {
  const [made] = (await messages()).map(({ of }) => of);
  if (made === undefined) throw new Error("There is no message");
  const alike = { ...made, concern: { ...made.concern, key: (BigInt(made.concern.key) ^ apart).toString() } };
  const ids = [made, alike].flatMap((each) =>
    messagesOf(each, known(each.concern), demonstrationLastDay).map(({ id }) => id),
  );
  expect(new Set(ids).size).toBe(ids.length);
});
