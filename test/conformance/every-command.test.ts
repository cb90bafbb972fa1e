/**
 * Every mutation of the public graph, tried by everybody: by those who may not, at a version that is no more, twenty
 * times at once with one key, and when it is over. A mutation that has no line in ready-commands.ts fails.
 */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { everybody } from "../support/everybody.js";
import { asAdministrator } from "../support/inboxes.js";
import { neverIssued } from "../support/mutation-inputs.js";
import type { Input } from "../support/ready-command.js";
import { readyCommands } from "../support/ready-commands.js";
import { documentOf, everyMutation, payloadOf, takesAVersion, tellsWhatIsRead } from "../support/sent-command.js";
import { openTestHub, type Answer, type TestHub } from "../support/test-hub.js";
import type { Person } from "../support/test-issuer.js";
import { alter } from "../support/twin-hubs.js";
import { openWitness, type Witness, type Written } from "../support/what-was-written.js";

let hub: TestHub;
let witness: Witness;
beforeAll(async () => {
  hub = await openTestHub();
  witness = await openWitness(hub);
});
afterAll(async () => {
  await witness.end();
  await hub.close();
});

const ofPanels = new Set(
  everyMutation.filter(({ type }) => String(type) === "ReviewPanelPayload!").map(({ name }) => name),
);
/** For who they are, and not for how things stand. */
const isNotTheirs = ([said]: readonly string[]): boolean => said !== undefined && !said.startsWith("CONFLICT");
const isRefused = (said: readonly string[]): boolean => said.length > 0;
const nothing: Written = { transactions: [], tables: [] };
/** As many as a hub is asked by at once without making them wait. */
const atOnce = 6;

it("every mutation of the graph is made ready, and nothing else", () => {
  expect([...readyCommands.keys()].sort()).toEqual(everyMutation.map(({ name }) => name).sort());
});

describe.each(everyMutation.filter(({ name }) => readyCommands.has(name)))("$name", (mutation) => {
  const command = readyCommands.get(mutation.name);
  if (command === undefined) throw new Error(`${mutation.name} is not made ready`);
  const { may, endsWhen, ready } = command;
  const document = documentOf(mutation);
  const those = (isOne: (person: Person) => boolean): readonly Person[] => everybody.filter(isOne);
  const whoMay = those(({ name }) => may.includes(name));
  const whoMayNot = those(({ name }) => !may.includes(name));
  const doer = whoMay.find(({ name }) => name === may[0]);
  if (doer === undefined) throw new Error(`Nobody may ${mutation.name}`);

  let input: Input;
  beforeAll(async () => {
    input = await ready(hub);
  });

  const send = (person: Person, more: Input = {}): Promise<Answer> =>
    hub.as(person).for(document, { input: { ...input, ...more } });

  /** Asks several people, and gives whose answer is not as it should be. */
  async function wrongAmong(
    people: readonly Person[],
    more: Input,
    isRight: (said: readonly string[], person: Person, answer: Answer) => Promise<boolean> | boolean,
  ): Promise<readonly string[]> {
    const wrong: string[] = [];
    for (let from = 0; from < people.length; from += atOnce) {
      await Promise.all(
        people.slice(from, from + atOnce).map(async (person) => {
          const answer = await send(person, more);
          const userErrors = payloadOf(answer, mutation)?.userErrors ?? [];
          const said = userErrors.map(({ code, field }) => (field === null ? code : `${code} ${field}`));
          if (answer.errors.length > 0 || !(await isRight(said, person, answer)))
            wrong.push(`${person.name}: ${answer.text}`);
        }),
      );
    }
    return wrong;
  }

  /** That all of them are answered as they should be, and nothing is written. */
  async function expectNothingDone(...asked: Parameters<typeof wrongAmong>): Promise<void> {
    let wrong: unknown;
    const written = await witness.during(async () => {
      wrong = await wrongAmong(...asked);
    });
    expect({ wrong, written }).toEqual({ wrong: [], written: nothing });
  }

  it("is refused to everybody who may not, in words that tell them no more than they may read", () =>
    expectNothingDone(
      whoMayNot,
      {},
      async (said, person, answer) => isNotTheirs(said) && (await tellsWhatIsRead(hub, person, mutation, answer)),
    ));

  if (takesAVersion(mutation))
    it("is a conflict for all who may at a version that is no more", () =>
      expectNothingDone(whoMay, { expectedVersion: 0 }, (said) => said.join() === "CONFLICT expectedVersion"));

  if (endsWhen === "OVER" || endsWhen === "DONE")
    it("is refused with a value when that is over which it is done on", async () => {
      const reopen = await end(mutation.name, input);
      await expectNothingDone([doer], {}, ([said]) => said?.startsWith("CONFLICT") === true);
      await reopen();
    });

  it("has one effect and one answer twenty times at once with one key, and afterwards", async () => {
    const withKey = { idempotencyKey: mutation.name };
    let texts: readonly string[] = [];
    const written = await witness.during(async () => {
      const answers = await Promise.all(Array.from({ length: 20 }, () => send(doer, withKey)));
      texts = answers.map(({ text }) => text);
      expect(answers[0] && payloadOf(answers[0], mutation)?.userErrors).toEqual([]);
    });
    expect(new Set(texts).size).toBe(1);
    expect(written.transactions).toHaveLength(1);

    const afterwards = await witness.during(async () => {
      expect((await send(doer, withKey)).text).toBe(texts[0]);
      const other = payloadOf(await send(doer, { ...withKey, ...anotherThan(input) }), mutation);
      expect(other?.userErrors).toMatchObject([{ code: "CONFLICT", field: "idempotencyKey" }]);
    });
    expect(afterwards).toEqual(nothing);
  });

  if (endsWhen === "DONE" || endsWhen === "ONCE")
    it("is refused with a value when it is done already", () => expectNothingDone([doer], {}, isRefused));
  if (endsWhen === "NEVER")
    it("is done again by whoever likes to", async () => {
      expect(payloadOf(await send(doer), mutation)?.userErrors).toEqual([]);
    });
});

/** The same in everything but one thing that matters. */
function anotherThan(input: Input): Input {
  if ("ids" in input) return { ids: [neverIssued] };
  const field = ["id", "address", "title", "reason"].find((name) => name in input) ?? "";
  return { [field]: neverIssued };
}

/** The concern is declined, or the panel closed, whatever else is true of it; gives what makes it as it was. */
async function end(mutation: string, { id }: Input): Promise<() => Promise<void>> {
  const isOnPanel = mutation !== "convenePanel" && ofPanels.has(mutation);
  const [table, column, ended] = isOnPanel
    ? ["concerns.review_panel", "state", "CLOSED"]
    : ["concerns.concern", "status", "DECLINED"];
  const [row] = await asAdministrator<{ was: string }>(hub, `select ${column} as was from ${table} where id = $1`, [
    id,
  ]);
  const become = (state: string | undefined): Promise<void> =>
    alter(hub, `update ${table} set ${column} = $2 where id = $1`, [id, state]);
  await become(ended);
  return () => become(row?.was);
}
