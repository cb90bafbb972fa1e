/**
 * The questions that are timed at both sizes. Each is one that people ask by hand, with the organisation, the region,
 * the standards and the framework of every concern, so that all three subgraphs take part.
 */
import type { Data, GraphClient, Question } from "./graph-client.js";

export interface TimedList {
  readonly name: string;
  readonly persona: string;
  /** At the larger size it may take so many times what it takes at the smaller; null: told, not judged. */
  readonly mostTimes: number | null;
  readonly question: Question;
}

const nodes = `nodes {
  id reference title status category raisedOn
  provider { name } region { name } standards { id title framework { id } }
}`;

/** The page that every contestant can answer. */
export const pageQuestion: Question = { query: `query Page { concerns(first: 20) { ${nodes} } }` };

const nationalLead = "national-lead";
const mostTimesForPages = 3;

const firstPages: readonly TimedList[] = ["northmoor-lead", "midlands-lead", "gmc", nationalLead].map((persona) => ({
  name: "first page of 20",
  persona,
  mostTimes: mostTimesForPages,
  question: pageQuestion,
}));

function inOrder(order: string): Question {
  return { query: `query Ordered { concerns(first: 20, orderBy: ${order}) { ${nodes} } }` };
}

function filtered(variables: Data): Question {
  const query = `query Filtered($filter: ConcernFilter) { concerns(first: 20, filter: $filter) { ${nodes} } }`;
  return { query, variables: { filter: variables } };
}

const counted: Question = { query: "query Counted { concerns(first: 1) { totalCount } }" };

const under: Question = {
  query: `query Under($code: ID!) { organisation(code: $code) { concerns(first: 20) { ${nodes} } } }`,
  variables: { code: "ZZN01" },
};

const told = (name: string, persona: string, question: Question): TimedList => ({
  name,
  persona,
  mostTimes: null,
  question,
});

export const timedLists: readonly TimedList[] = [
  ...firstPages,
  told("gravest category first", nationalLead, inOrder("CATEGORY")),
  told("next review first", nationalLead, inOrder("NEXT_REVIEW_ON")),
  told("last changed first", nationalLead, inOrder("LAST_CHANGED")),
  told("under an organisation", "midlands-lead", under),
  told("under an organisation", nationalLead, under),
  told("citing a standard", nationalLead, filtered({ standard: ["EQF-2021:3.9"] })),
  told("in a common state", nationalLead, filtered({ status: ["CLOSED"] })),
  told("in a rare state", nationalLead, filtered({ status: ["REOPENED"] })),
  told("in the gravest category", nationalLead, filtered({ category: ["ISF4"] })),
  told("how many in all", "northmoor-lead", counted),
  told("how many in all", nationalLead, counted),
];

export function byId(id: string): Question {
  const fields = nodes.slice(nodes.indexOf("{"));
  return { query: `query ById($id: ID!) { concern(id: $id) ${fields} }`, variables: { id } };
}

/** Each kind of thing on it is a read of its own, by its key. */
export function withAllParts(id: string): Question {
  const parts = `requirements { text responses { text } } progress { summary } categoryHistory { to reason }
    shares { reason } evidence { name } reviews { status } actions { text } timeline(first: 20) { nodes { kind } }`;
  return { query: `query WithAllParts($id: ID!) { concern(id: $id) { id title ${parts} } }`, variables: { id } };
}

export const pageAfter = (after: string): Question => ({
  query: `query Next($after: String) { concerns(first: 20, after: $after) { ${nodes} } }`,
  variables: { after },
});

interface Cursors {
  readonly concerns: { readonly nodes: readonly { id: string }[]; readonly pageInfo: { readonly endCursor: string } };
}

/** An id of the newest page, and the cursor after so many concerns, come to as people come to it: page by page. */
export async function walkTo(client: GraphClient, concerns: number): Promise<{ id: string; after: string }> {
  const query =
    "query Walk($first: Int, $after: String) { concerns(first: $first, after: $after) { nodes { id } pageInfo { endCursor } } }";
  let at = { id: "", after: null as string | null };
  for (let left = concerns; left > 0; left -= 100) {
    const variables = { first: Math.min(100, left), after: at.after };
    const { concerns: page } = (await client.ask({ query, variables })) as unknown as Cursors;
    at = { id: at.id || (page.nodes[0]?.id ?? ""), after: page.pageInfo.endCursor };
  }
  return { id: at.id, after: at.after ?? "" };
}
