/**
 * The ways in which a client can reach the fields of a concern. Each gives every concern it found, as a tree under the
 * names of the fields, and the redactions of all its responses.
 */
import { mergeRedactions, type Redaction } from "../../authorisation/redaction.js";
import type { ConcernsExecutor } from "./concerns-executor.js";
import type { Tree } from "./recorded-truth.js";
import { fieldsOf, type RecordType } from "./reference-policy.js";
import { partType } from "./reference-view.js";
import type { TestHub } from "./test-hub.js";
import type { Person } from "./test-issuer.js";

export interface Reached {
  readonly concerns: ReadonlyMap<string, Tree>;
  /** Of each response, as it named them. */
  readonly redactions: readonly (readonly Redaction[])[];
}

export interface Asker {
  readonly hub: TestHub;
  readonly executor: ConcernsExecutor;
  readonly person: Person;
  /** Ids of all concerns there are. */
  readonly ids: readonly string[];
}

export interface Way {
  readonly title: string;
  /** A field by which the concerns are found: who may not read it finds none. */
  readonly foundBy?: string;
  /** Found only at this organisation, as its provider. */
  readonly provider?: string;
  reach(asker: Asker): Promise<Reached>;
}

const score = "{ likelihood impact score band }";
const leaves: Readonly<Record<string, string>> = {
  provider: "{ code }",
  site: "{ code }",
  educationProvider: "{ code }",
  region: "{ code }",
  reportedBy: "{ code }",
  organisation: "{ code }",
  sharedBy: "{ code }",
  metBy: "{ code }",
  requirements: "{ id }",
  addedBy: "{ code }",
  "Contribution.owner": "{ code }",
  sharedWith: "{ code }",
  regulator: "{ code }",
  standards: "{ id }",
  standard: "{ id }",
  requirement: "{ id }",
  record: "{ type id }",
  convenor: "{ code }",
  providers: "{ code }",
  regions: "{ code }",
  attended: "{ code }",
  "PanelAction.owner": "{ code }",
  "PanelContribution.owner": "{ code }",
  concerns: "{ id }",
  "PanelAction.panel": "{ id }",
  suggestedInvitees: "{ organisation { code } because professions }",
  personalData: "{ lawfulBasis whyNecessary }",
  disclosure: "{ tell whom by { code } on because }",
  place: "{ code }",
  successor: "{ code }",
  among: "{ code }",
  mergedInto: "{ id }",
  mergedFrom: "{ id }",
  conditions: "{ text owner dueOn }",
  stepDown: "{ to needs scoreAtMost requirements { id } }",
  risk: `{ inherent ${score} residual ${score} suggestedCategory scoredBy scoredOn }`,
};

/** Lists on a concern that come in pages. */
const paged: readonly string[] = ["timeline"];

/** A field with all that hangs on it; `before` and `after` its name stand an alias or a directive. */
function selection(type: RecordType, field: string, before = "", after = ""): string {
  const part = partType(type, field);
  const below = part === undefined ? (leaves[`${type}.${field}`] ?? leaves[field] ?? "") : `{ ${everyFieldOf(part)} }`;
  if (paged.includes(field)) return `${before}${field}(first: 50)${after} { nodes ${below} }`;
  return `${before}${field}${after} ${below}`;
}

/** All fields of a type with all that hangs on them, but for some of its own. */
export function everyFieldOf(type: RecordType, but: readonly string[] = []): string {
  return fieldsOf(type)
    .filter((field) => !but.includes(field))
    .map((field) => selection(type, field))
    .join(" ");
}

const everything = everyFieldOf("Concern");
/** More than there are in the world, and few enough to ask for everything of each. */
const page = "concerns(first: 12)";

/** A document allows twenty aliases and twenty directives. */
const mostAtOnce = 18;

function inChunks(fields: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(fields.length / mostAtOnce) }, (_, chunk) =>
    fields.slice(chunk * mostAtOnce, (chunk + 1) * mostAtOnce),
  );
}

const lists = inChunks(fieldsOf("Concern").filter((field) => field !== "id"));

interface Response {
  readonly data: unknown;
  readonly redactions: readonly Redaction[];
}

/** Puts together what several responses told of the same concerns. */
function together(responses: readonly Response[], unalias: (field: string) => string = (field) => field): Reached {
  const concerns = new Map<string, Tree>();
  for (const { data } of responses) {
    for (const tree of concernsIn(data)) {
      const id = String(tree["id"]);
      const named = Object.entries(tree).map(([field, value]) => [unalias(field), itemsOf(value)] as const);
      concerns.set(id, { ...concerns.get(id), ...Object.fromEntries(named) });
    }
  }
  return { concerns, redactions: responses.map(({ redactions }) => redactions) };
}

/** A page is compared by its items. */
function itemsOf(value: unknown): unknown {
  return typeof value === "object" && value !== null && "nodes" in value ? value.nodes : value;
}

/** Concerns stand under `concern`, `nodes`, `node` or `_entities`, at whatever depth. */
function concernsIn(value: unknown, isConcern = false): Tree[] {
  if (Array.isArray(value)) return value.flatMap((item) => concernsIn(item, isConcern));
  if (typeof value !== "object" || value === null) return [];
  if (isConcern) return [value as Tree];
  return Object.entries(value).flatMap(([field, below]) =>
    concernsIn(below, ["concern", "nodes", "node", "_entities"].includes(field)),
  );
}

async function ask({ hub, person }: Asker, query: string, variables?: Record<string, unknown>): Promise<Response> {
  const answer = await hub.as(person).for(query, variables);
  if (answer.errors.length > 0 || answer.status !== 200) throw new Error(`${person.name}: ${answer.text}\n${query}`);
  return answer;
}

function everyWayIn(queries: readonly string[], variables?: Record<string, unknown>) {
  return async (asker: Asker): Promise<Reached> =>
    together(await Promise.all(queries.map((query) => ask(asker, query, variables))));
}

const neverIssued = "11111111-2222-4333-8444-555555555555";

export const ways: readonly Way[] = [
  {
    title: "by its id",
    reach: async (asker) =>
      together(
        await Promise.all(
          [...asker.ids, neverIssued].map((id) =>
            ask(asker, `query($id: ID!) { concern(id: $id) { ${everything} } }`, { id }),
          ),
        ),
      ),
  },
  { title: "in a list", reach: everyWayIn([`{ ${page} { nodes { ${everything} } } }`]) },
  { title: "on the edges of a list", reach: everyWayIn([`{ ${page} { edges { node { ${everything} } } } }`]) },
  ...["ZZN01", "ZZE01", "ZZA01"].map((provider) => ({
    title: `nested under the organisation ${provider}`,
    provider,
    reach: everyWayIn([`{ organisation(code: "${provider}") { ${page} { nodes { ${everything} } } } }`]),
  })),
  {
    title: "nested under the standard it cites",
    foundBy: "standards",
    reach: everyWayIn([`{ standard(id: "EQF-2021:3.5") { ${page} { nodes { ${everything} } } } }`]),
  },
  {
    title: "as an entity, past the public endpoint",
    reach: async ({ executor, person, ids }) => {
      const representations = [...ids, neverIssued].map((id) => ({ __typename: "Concern", id }));
      const reply = await executor.ask(
        person,
        `query($representations: [_Any!]!) { _entities(representations: $representations) { ... on Concern { ${everything} } } }`,
        { representations },
      );
      if (reply.errors !== undefined) throw new Error(JSON.stringify(reply.errors));
      return together([{ data: reply.data, redactions: mergeRedactions(reply.extensions?.redactions ?? []) }]);
    },
  },
  {
    title: "under other names",
    reach: async (asker) => {
      const responses = lists.map((fields) =>
        ask(
          asker,
          `{ ${page} { nodes { id ${fields.map((field) => selection("Concern", field, `as_${field}: `)).join(" ")} } } }`,
        ),
      );
      return together(await Promise.all(responses), (field) => field.replace(/^as_/, ""));
    },
  },
  { title: "in an inline fragment", reach: everyWayIn([`{ ${page} { nodes { ... on Concern { ${everything} } } } }`]) },
  {
    title: "in a named fragment",
    reach: everyWayIn([`{ ${page} { nodes { ...Told } } } fragment Told on Concern { ${everything} }`]),
  },
  {
    title: "included by a variable",
    reach: everyWayIn(
      lists.map((fields) => {
        const included = fields.map((field) => selection("Concern", field, "", " @include(if: $told)"));
        return `query($told: Boolean!) { ${page} { nodes { id ${included.join(" ")} } } }`;
      }),
      { told: true },
    ),
  },
  {
    title: "in the answer to a refused change",
    reach: async (asker) =>
      together(
        await Promise.all(
          asker.ids.map((id) =>
            ask(
              asker,
              `mutation($input: VerifyResolutionInput!) { verifyResolution(input: $input) { concern { ${everything} } } }`,
              { input: { id, expectedVersion: 999_999 } },
            ),
          ),
        ),
      ),
  },
];
