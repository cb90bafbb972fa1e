/**
 * Every string is hostile: by every text that anybody can write into the hub, it is refused in plain words or kept and
 * given back as it was, and whoever comes next notices nothing.
 */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { aReport } from "../support/a-report.js";
import { assessed, done, reported } from "../support/casework.js";
import { expectPlain, hostileTexts, isRefused, tooLong, type HostileText } from "../support/hostile-texts.js";
import { mutationInputs, neverIssued } from "../support/mutation-inputs.js";
import * as people from "../support/people.js";
import { openTestHub, type Answer, type TestHub } from "../support/test-hub.js";
import type { Person } from "../support/test-issuer.js";

let hub: TestHub;
let worked: string;
let requirementId: string;
beforeAll(async () => {
  hub = await openTestHub();
  worked = await assessed(hub, { reporter: people.aUniversityLead, lead: people.aRegionalLead, category: "ISF0" });
  await done(hub, people.aRegionalLead, "issueRequirement", {
    id: worked,
    kind: "RECOMMENDATION",
    text: "Survey.",
    dueOn: "2999-01-01",
  });
  const concern = await read(worked);
  requirementId = (concern["requirements"] as { id: string }[])[0]?.id ?? "";
});
afterAll(() => hub.close());

const everyText = `id title narrative summary declineReason department programme internalNotes
  categoryHistory { reason } requirements { id text responses { text } } progress { summary detail } shares { reason }`;

async function read(id: string): Promise<Record<string, unknown>> {
  const { data } = await hub
    .as(people.aRegionalLead)
    .for(`query($id: ID!) { concern(id: $id) { ${everyText} } }`, { id });
  return data?.["concern"] as unknown as Record<string, unknown>;
}

function send(person: Person, mutation: string, input: Readonly<Record<string, unknown>>): Promise<Answer> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  return hub
    .as(person)
    .for(
      `mutation($input: ${type}!) { ${mutation}(input: $input) { concern { id } userErrors { code field message } } }`,
      { input },
    );
}

/** The concern as the region reads it after a change that was made. */
async function changed(answer: Answer, mutation: string): Promise<Record<string, unknown>> {
  const { concern } = answer.data?.[mutation] as unknown as { concern: { id: string } };
  return read(concern.id);
}

async function stillNormal(): Promise<void> {
  const answer = await hub.as(people.aRegionalLead).for("{ concerns(first: 1) { totalCount nodes { id title } } }");
  expect(answer.errors).toEqual([]);
  expect((answer.data?.["concerns"] as unknown as { totalCount: number }).totalCount).toBeGreaterThan(0);
}

async function inTurn(texts: readonly HostileText[], work: (text: HostileText) => Promise<void>): Promise<void> {
  for (const text of texts) await work(text);
  await stillNormal();
}

const storable = hostileTexts.filter((text) => text.storable);
const unstorable = hostileTexts.filter((text) => !text.storable);

describe("reported", () => {
  const { aUniversityLead: reporter } = people;

  const written = ["title", "narrative", "department", "programme"] as const;

  it("as all that is written in it, comes back as it was", async () => {
    await inTurn(storable, async ({ text }) => {
      const texts = Object.fromEntries(written.map((field) => [field, text]));
      const answer = await send(reporter, "reportConcern", aReport(texts));
      expectPlain(answer);
      expect(await changed(answer, "reportConcern")).toMatchObject(texts);
    });
  });

  it.each(written)("as the %s, is refused where it cannot be stored", async (field) => {
    await inTurn(unstorable, async ({ text }) => {
      const answer = await send(reporter, "reportConcern", aReport({ [field]: text }));
      expectPlain(answer);
      expect(isRefused(answer)).toBe(true);
    });
  });

  it.each(["name", "contact", "coarseRole"])(
    "as the reporter's %s, is refused or sealed, and never comes back",
    async (field) => {
      await inTurn(hostileTexts, async ({ text, storable }) => {
        const answer = await send(
          reporter,
          "reportConcern",
          aReport({ reporter: { identityMode: "OPEN", name: "N", [field]: text } }),
        );
        expectPlain(answer);
        expect(isRefused(answer)).toBe(!storable);
      });
    },
  );

  it.each([
    "provider",
    "site",
    "educationProvider",
    "professions",
    "themes",
    "standards",
    "identifiedOn",
    "sourceType",
  ])("as the %s, which is a code, is refused", async (field) => {
    await inTurn(hostileTexts, async ({ text }) => {
      for (const value of field.endsWith("s") ? [[text], ["DOCTOR", text]] : [text]) {
        const answer = await send(reporter, "reportConcern", aReport({ [field]: value }));
        expectPlain(answer);
        expect(isRefused(answer)).toBe(true);
      }
    });
  });

  it("as the key of the request, is refused or leads to the same concern again", async () => {
    await inTurn(hostileTexts, async ({ text, storable }) => {
      const input = aReport({ idempotencyKey: text });
      const [first, second] = [
        await send(reporter, "reportConcern", input),
        await send(reporter, "reportConcern", input),
      ];
      expectPlain(first);
      expect(isRefused(first)).toBe(!storable);
      expect(second.text).toBe(first.text);
    });
  });
});

describe("written in the course of the work", () => {
  const { aRegionalLead: region, aProviderLead: provider } = people;
  const last = (concern: Record<string, unknown>, list: string): Record<string, unknown> =>
    (concern[list] as Record<string, unknown>[])[0] ?? {};

  const again: readonly (readonly [
    string,
    Person,
    string,
    Readonly<Record<string, unknown>>,
    (concern: Record<string, unknown>) => unknown,
  ])[] = [
    ["addInternalNote", region, "text", {}, (concern) => (concern["internalNotes"] as string[])[0]],
    ["submitProgress", provider, "summary", {}, (concern) => last(concern, "progress")["summary"]],
    ["submitProgress", provider, "detail", { summary: "Progress." }, (concern) => last(concern, "progress")["detail"]],
  ];

  it.each(again)(
    "by %s of %o as the %s, is refused or comes back as it was",
    async (mutation, person, field, more, stored) => {
      await inTurn(hostileTexts, async ({ text, storable }) => {
        const answer = await send(person, mutation, { id: worked, ...more, [field]: text });
        expectPlain(answer);
        expect(isRefused(answer)).toBe(!storable);
        if (storable) expect(stored(await read(worked))).toBe(text);
      });
    },
  );

  it("as a requirement and the answer to one, is refused or comes back as it was", async () => {
    await inTurn(hostileTexts, async ({ text, storable }) => {
      const issued = await send(region, "issueRequirement", {
        id: worked,
        kind: "RECOMMENDATION",
        text,
        dueOn: "2999-01-01",
      });
      const answered = await send(provider, "respondToRequirement", { id: worked, requirementId, text });
      for (const answer of [issued, answered]) {
        expectPlain(answer);
        expect(isRefused(answer)).toBe(!storable);
      }
      if (!storable) return;
      const { requirements } = (await read(worked)) as {
        requirements: { id: string; text: string; responses: { text: string }[] }[];
      };
      expect(requirements.map((requirement) => requirement.text)).toContain(text);
      expect(requirements.find(({ id }) => id === requirementId)?.responses[0]?.text).toBe(text);
    });
  });

  it("as the reason of a share, is refused or comes back as it was", async () => {
    await inTurn(hostileTexts, async ({ text, storable }) => {
      const input = { ...mutationInputs["shareConcern"], id: worked, reason: text };
      const answer = await send(region, "shareConcern", input);
      expectPlain(answer);
      expect(isRefused(answer)).toBe(!storable);
      if (!storable) return;
      const { shares } = (await read(worked)) as { shares: { reason: string }[] };
      expect(shares.map(({ reason }) => reason)).toContain(text);
    });
  });

  it("as the body, a class or the last day of a share, and as the id of one, is refused", async () => {
    await inTurn(hostileTexts, async ({ text }) => {
      const share = { ...mutationInputs["shareConcern"], id: worked };
      const answers = [
        await send(region, "shareConcern", { ...share, organisation: text }),
        await send(region, "shareConcern", { ...share, dataClasses: [text] }),
        await send(region, "shareConcern", { ...share, until: text }),
        await send(region, "shareConcern", { ...share, id: text }),
        await send(region, "withdrawShare", { id: worked, shareId: text }),
        await send(region, "withdrawShare", { id: text, shareId: neverIssued }),
      ];
      for (const answer of answers) {
        expectPlain(answer);
        expect(isRefused(answer)).toBe(true);
      }
    });
  });

  it("as the standard of a requirement, and as the id of one, is refused", async () => {
    await inTurn(hostileTexts, async ({ text }) => {
      const requirement = { id: worked, kind: "MANDATORY", text: "A requirement.", dueOn: "2999-01-01" };
      const answers = [
        await send(region, "issueRequirement", { ...requirement, standard: text }),
        await send(region, "issueRequirement", { ...requirement, dueOn: text }),
        await send(region, "closeRequirement", { id: worked, requirementId: text }),
        await send(provider, "respondToRequirement", { id: worked, requirementId: text, text: "An answer." }),
        await send(region, "addInternalNote", { id: text, text: "A note." }),
        await send(region, "addInternalNote", { id: text, idempotencyKey: "a key", text: "A note." }),
      ];
      for (const answer of answers) {
        expectPlain(answer);
        expect(isRefused(answer)).toBe(true);
      }
    });
  });

  it("as a released text, a title and a reason to decline, is refused or comes back as it was", async () => {
    await inTurn(hostileTexts, async ({ text, storable }) => {
      const [taken, declined] = [
        await reported(hub, people.aUniversityLead),
        await reported(hub, people.aUniversityLead),
      ];
      const answers = [
        await send(region, "acceptConcern", { id: taken, summary: text, title: text }),
        await send(region, "declineConcern", { id: declined, reason: text }),
      ];
      for (const answer of answers) {
        expectPlain(answer);
        expect(isRefused(answer)).toBe(!storable);
      }
      if (!storable) return;
      expect(await read(taken)).toMatchObject({ summary: text, title: text });
      expect(await read(declined)).toMatchObject({ declineReason: text });
    });
  });

  it("as a reason to change a category, a statement and a reason to reject or reopen, is refused or comes back as it was", async () => {
    await inTurn(hostileTexts, async ({ text, storable }) => {
      const score = { likelihood: 2, impact: 2 };
      const rating = { id: worked, inherent: score, residual: score };
      const steps: readonly (readonly [Person, string, Readonly<Record<string, unknown>>])[] = [
        [region, "assessConcern", { ...rating, category: "ISF1", reason: text }],
        [region, "assessConcern", { ...rating, category: "ISF0", reason: text }],
        [provider, "confirmResolution", { id: worked, statement: text }],
        [region, "rejectResolution", { id: worked, reason: text }],
      ];
      for (const [person, mutation, input] of steps) {
        const answer = await send(person, mutation, input);
        expectPlain(answer);
        expect(isRefused(answer)).toBe(!storable);
      }
      if (!storable) return;
      const concern = await read(worked);
      expect((concern["categoryHistory"] as { reason: string }[]).slice(-2).map(({ reason }) => reason)).toEqual([
        text,
        text,
      ]);
      expect((concern["progress"] as { detail: string }[]).slice(0, 2).map(({ detail }) => detail)).toEqual([
        text,
        text,
      ]);
    });
  });
});

it("a text that is too long is refused wherever it is written", async () => {
  const answers = [
    ...(await Promise.all(
      ["title", "narrative", "department", "provider"].map((field) =>
        send(people.aUniversityLead, "reportConcern", aReport({ [field]: tooLong })),
      ),
    )),
    await send(people.aRegionalLead, "addInternalNote", { id: worked, text: tooLong }),
    ...(await Promise.all(
      ["reason", "organisation"].map((field) =>
        send(people.aRegionalLead, "shareConcern", {
          ...mutationInputs["shareConcern"],
          id: worked,
          [field]: tooLong,
        }),
      ),
    )),
    await send(people.aRegionalLead, "withdrawShare", { id: worked, shareId: tooLong }),
    await send(people.aProviderLead, "submitProgress", { id: worked, summary: "Progress.", detail: tooLong }),
  ];
  for (const answer of answers) {
    expectPlain(answer);
    expect(isRefused(answer)).toBe(true);
  }
  await stillNormal();
});

describe("asked for", () => {
  const conditions = {
    ConcernFilter: ["reference", "text", "raisedFrom", "raisedTo"],
    OrganisationFilter: ["nameContains"],
    StandardFilter: ["framework", "domain", "text", "inForceOn"],
  } as const;
  const lists = {
    ConcernFilter: ["provider", "site", "region", "standard", "profession", "theme"],
    OrganisationFilter: ["region"],
    StandardFilter: ["codes"],
  } as const;
  const queries = {
    ConcernFilter:
      'query($filter: ConcernFilter) { concerns(filter: $filter) { totalCount nodes { id } } organisation(code: "ZZN01") { concerns(filter: $filter) { totalCount } } }',
    OrganisationFilter:
      "query($filter: OrganisationFilter) { organisations(filter: $filter) { totalCount nodes { code } } }",
    StandardFilter: "query($filter: StandardFilter) { standards(filter: $filter) { totalCount nodes { id } } }",
  } as const;
  const types = Object.keys(queries) as (keyof typeof queries)[];

  it.each(types)("by every condition of a %s, finds what has it or is refused in plain words", async (type) => {
    await inTurn([...hostileTexts, { title: "too long", text: tooLong, storable: true }], async ({ text }) => {
      const filters = [
        ...conditions[type].map((name) => ({ [name]: text })),
        ...lists[type].flatMap((name) => [{ [name]: [text] }, { [name]: [text, text] }]),
      ];
      for (const filter of filters) expectPlain(await hub.as(people.aNationalLead).for(queries[type], { filter }));
    });
  });

  it("by its text, finds the concern that has it and no other", async () => {
    const { aLeadOfAnotherRegion: asker } = people;
    for (const { text, storable } of hostileTexts) {
      if (!storable) continue;
      const id = await reported(hub, asker, {
        provider: "ZZA01",
        narrative: `A report that says ${text} in the middle.`,
      });
      const query =
        "query($text: String!) { concerns(filter: { text: $text }, first: 100) { nodes { id narrative } } }";
      const { data } = await hub.as(asker).for(query, { text });
      const { nodes } = data?.["concerns"] as unknown as { nodes: { id: string; narrative: string }[] };
      expect(nodes.map((node) => node.id)).toContain(id);
      for (const { narrative } of nodes) expect(narrative.toLowerCase()).toContain(text.toLowerCase());
    }
  });

  it.each([
    ["a concern", "query($key: ID!) { found: concern(id: $key) { id } }"],
    ["an organisation", "query($key: ID!) { found: organisation(code: $key) { code } }"],
    ["a standard", "query($key: ID!) { found: standard(id: $key) { id } }"],
    ["a framework", "query($key: ID!) { found: framework(id: $key) { id } }"],
  ])("as the key of %s, finds nothing", async (_title, query) => {
    await inTurn([...hostileTexts, { title: "too long", text: tooLong, storable: true }], async ({ text }) => {
      const answer = await hub.as(people.aNationalLead).for(query, { key: text });
      expectPlain(answer);
      expect((answer.data ?? { found: null })["found"]).toBeNull();
    });
  });
});

it("a text that names a concern reads the same whether there is such a concern or not", async () => {
  const { data } = await hub.as(people.aRegionalLead).for("{ concerns(first: 1) { nodes { reference } } }");
  const [node] = (data?.["concerns"] as unknown as { nodes: { reference: string }[] }).nodes;
  const asked = async (reference: string): Promise<string> => {
    const id = await reported(hub, people.aProviderLead, { narrative: `Like ${reference}.` });
    const { text } = await hub
      .as(people.aProviderLead)
      .for("query($id: ID!) { concern(id: $id) { narrative } }", { id });
    return text.replaceAll(reference, "it");
  };
  expect(await asked(node?.reference ?? "")).toBe(await asked("QC-AAAA-AAAA"));
});
