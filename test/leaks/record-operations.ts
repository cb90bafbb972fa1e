/** What is asked of one concern or one record by its id, by whatever way, and changes of it that are refused. */
import { dayInEngland } from "../../hub/day-in-england.js";
import { atVersion, mutationDocument, mutationInputs } from "../support/mutation-inputs.js";
import { everyFieldOf } from "../support/ways-of-reaching.js";
import type { RecordedWorld } from "./hidden-world.js";
import { alike, pageOfConcerns as list, reading, whyItIsSeen, type Operation } from "./operation.js";
import { sharedKey } from "./other-variations.js";
import { everyLine } from "./positions.js";

const everything = everyFieldOf("Concern");
const story = "totalCount edges { cursor node { kind } } pageInfo { hasNextPage endCursor }";
/** Refused by its version where by nothing else. */
const neverTheVersion = 999_999;

export function recordOperations(world: RecordedWorld): Operation[] {
  const ids = world.concerns.map(({ id }) => id);
  return [
    ...ids.flatMap(aboutConcern),
    ...alike("entities", [ids.slice(0, 4), ids.slice(4, 8), ids.slice(8)].map(entities)),
    ...beside(world),
    ...alike(
      "commands",
      Object.entries(mutationInputs).map(([mutation, input], at) => onHidden(mutation, input, ids, at)),
    ),
  ];
}

function aboutConcern(id: string): Operation[] {
  const today = dayInEngland();
  return [
    {
      ...reading(
        `${id} by its id`,
        `query($id: ID!) { concern(id: $id) { ${everything} ${whyItIsSeen} } }`,
        { "by id": everyLine },
        { id },
      ),
      group: "by id",
    },
    {
      ...reading(
        `the story of ${id}, and what is known of it today`,
        `query($id: ID!, $today: Date!) { concern(id: $id) { timeline(first: 2) { ${story} }
           asOf(on: $today) { ${everyFieldOf("Concern", notInThePast)} } } }`,
        { cursor: ["TimelineEntry.kind"], count: ["TimelineEntry.kind"] },
        { id, today },
      ),
      group: "stories",
    },
    {
      ...reading(
        `who looked at ${id}`,
        `query($id: ID!) { concern(id: $id) { accessLog(first: 50) { totalCount nodes { on organisation { code } role } } } }`,
        {},
        { id },
      ),
      group: "readers",
    },
    {
      ...reading(
        `${id} as another body would see it`,
        `query($id: ID!) { previewAccess(concern: $id, organisation: "HCPC", dataClasses: [NARRATIVE]) {
           concern { ${everyFieldOf("Concern", ["timeline"])} } userErrors { code field message } } }`,
        {},
        { id },
      ),
      group: "previews",
    },
    {
      title: `a change of ${id} that is refused`,
      group: "refused changes",
      reaches: { mutation: everyLine, "error text": everyLine },
      asks: () => ({
        query: `mutation($input: VerifyResolutionInput!) { verifyResolution(input: $input) {
          concern { ${everything} } userErrors { code field message } } }`,
        variables: { input: { id, expectedVersion: neverTheVersion } },
      }),
    },
  ];
}

/** Told of the present alone, or a list in pages of its own. */
const notInThePast = ["timeline", "panels", "reveals", "detriments", "emergencyAccess"];

function entities(ids: readonly string[]): Operation {
  const representations = ids.map((id) => ({ __typename: "Concern", id }));
  return {
    title: `the entities ${ids.join()}, past the public endpoint`,
    reaches: { _entities: everyLine },
    asks: () => ({
      isInside: true,
      query: `query($representations: [_Any!]!) { _entities(representations: $representations) {
        ... on Concern { ${everything} } } }`,
      variables: { representations },
    }),
  };
}

function beside({ rows }: RecordedWorld): Operation[] {
  const idsOf = (wanted: string): string[] => rows.filter(({ type }) => type === wanted).map(({ id }) => id);
  const byId = (field: string, ids: readonly string[], selection: string): string =>
    ids.map((id, at) => `${field}${at}: ${field}(id: "${id}") { ${selection} }`).join(" ");
  return [
    reading(
      "records by their ids",
      `{ ${byId("reviewPanel", idsOf("ReviewPanel").slice(0, 4), "id state purpose")}
         ${byId("evidence", idsOf("Evidence").slice(0, 4), everyFieldOf("Evidence"))} }`,
      {},
    ),
    ...alike(
      "files",
      idsOf("Evidence").map((id) => ({
        title: `the file of ${id}`,
        isRefused: true as const,
        reaches: {},
        asks: () => ({ get: `/evidence/${id}` }),
      })),
    ),
    reading(
      "messages, agreements, figures and who asks",
      `{ inbox(first: 50) { ${list} nodes { id kind toldOn read reference link { type id } } }
         unread: inbox(unread: true) { totalCount } messageChannels { id kind role address }
         sharingAgreements { ${list} } viewer { organisation { code } role }
         statistics(measure: OPEN_CONCERNS, by: [REGION, ISF_CATEGORY]) { cells { key value suppressed } }
         guardianCounts { quarter counts { element value suppressed } } statisticsSnapshots { id }
         emergingSignals { place { code } bodies } }`,
      {},
    ),
    {
      ...reading(
        "what the people of another organisation did",
        `{ accessLog(filter: { organisation: "Y60" }) { totalCount nodes { operation outcome } } }`,
        {},
      ),
      notAskedBy: "AUDITOR",
    },
    {
      ...reading("what is no cursor", `{ concerns(after: "no cursor") { totalCount } }`, { "error text": everyLine }),
      isRefused: true,
    },
    reading("by the standard that is cited", `{ standard(id: "EQF-2021:3.5") { concerns(first: 4) { ${list} } } }`, {
      filter: ["Concern.standards"],
    }),
  ];
}

function onHidden(mutation: string, input: object, ids: readonly string[], index: number): Operation {
  const id = ids[index % ids.length];
  return {
    title: `${mutation} on ${id ?? ""}`,
    reaches: {},
    asks: () => ({
      query: mutationDocument(mutation),
      variables: {
        input: {
          ...atVersion(mutation, input, neverTheVersion),
          id,
          idempotencyKey: `${sharedKey}${index === 0 ? "" : index}`,
        },
      },
    }),
  };
}
