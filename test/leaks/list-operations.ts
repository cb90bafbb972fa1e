/** Lists of concerns and panels, with their filters, orders, figures and pages: what is asked of many at once. */
import { filterCases, orders } from "../support/reference-filter.js";
import { everyFieldOf } from "../support/ways-of-reaching.js";
import { whatChanged } from "../support/what-changed.js";
import type { Asked } from "./exchange.js";
import { pageOfConcerns as list, reading, whyItIsSeen, type Memory, type Operation } from "./operation.js";
import { everyLine, linesIn } from "./positions.js";

const inOneList = linesIn("order").filter((line) => !line.startsWith("Concern.") && !line.startsWith("Panel"));

export const listOperations: readonly Operation[] = [
  reading("everything of all concerns", `{ concerns(first: 11) { nodes { ${everyFieldOf("Concern")} } } }`, {
    selection: everyLine,
    count: linesIn("count"),
    order: inOneList,
  }),
  {
    ...reading(
      "what belongs to bodies on all concerns",
      `{ concerns(first: 12) { nodes { shares { id } intelligence { id } regulatorCases { id } evidence { id } removals { id }
         panels { id } actions { id } timeline(first: 3) { totalCount } ${whyItIsSeen} } } }`,
      {},
    ),
    isBeside: true,
  },
  ...inTens(
    filterCases.map(({ filter }) => filter),
    (filters) => ({
      title: `filtered by ${JSON.stringify(filters)}`,
      reaches: {
        filter: linesIn("filter").filter(
          (line) => !line.startsWith("ReviewPanel.") && !line.startsWith("PanelAction."),
        ),
        count: ["Concern.id"],
      },
      asks: () => ({
        query: `query(${filters.map((_, at) => `$f${at}: ConcernFilter`).join()}) { ${filters
          .map((_, at) => `f${at}: concerns(filter: $f${at}, first: 50) { ${list} }`)
          .join(" ")} }`,
        variables: Object.fromEntries(filters.map((filter, at) => [`f${at}`, filter])),
      }),
    }),
  ),
  reading(
    "searched for the words of hidden texts",
    `{ ${["planted", "nights", "Ottoline", "drafted", "deanery", "clinician", "duplicate", "heard", "rota"]
      .map((word, at) => `s${at}: concerns(filter: { text: "${word}" }) { ${list} }`)
      .join(" ")} }`,
    { search: linesIn("search"), count: ["Concern.id"] },
  ),
  reading(
    "in every order",
    `{ ${Object.keys(orders)
      .map((order) => `${order}: concerns(orderBy: ${order}, first: 3) { ${list} }`)
      .join(" ")} }`,
    { order: linesIn("order").filter((line) => line.startsWith("Concern.")), cursor: linesIn("cursor") },
  ),
  reading(
    "by organisation, in figures",
    `{ ${["ZZN01", "ZZE01", "ZZA01", "Y60", "Y56", "QHL", "ZZWEXU"]
      .map(
        (code) => `${code}: organisation(code: "${code}") { concerns(first: 4, orderBy: LAST_CHANGED) { ${list} }
          riskProfile { open byCategory { category count } overdue oldestOpenDays trend { time opened closed } } }`,
      )
      .join(
        " ",
      )} recurringThemes(withinDays: 1800, minimumSites: 2) { provider { code } theme sites { code } concerns } }`,
    { group: linesIn("group"), aggregate: linesIn("aggregate"), count: ["Concern.id"] },
  ),
  reading(
    "panels and their actions",
    `{ reviewPanels(first: 50) { ${list} nodes { ${everyFieldOf("ReviewPanel")} } }
       decided: reviewPanels(state: [DECIDED]) { ${list} } mine: reviewPanels(mine: true) { ${list} }
       myActions { ${list} } late: myActions(overdue: true) { ${list} } }`,
    {
      filter: ["ReviewPanel.state", "PanelAction.overdue"],
      order: ["ReviewPanel.convenedOn", "PanelAction.dueOn"],
      cursor: ["ReviewPanel.id"],
      count: ["ReviewPanel.id", "PanelAction.id"],
    },
  ),
];

/** Each goes on from the cursor before, its own or, wrongly, somebody else's. */
export const pageOperations: readonly Operation[] = [
  { ...reading("the first page", `{ concerns(first: 2) { ${list} } }`, { cursor: linesIn("cursor") }), isBeside: true },
  ...["the next page", "the page after it"].map((title) => ({
    title,
    mayBeRefused: true as const,
    reaches: { cursor: linesIn("cursor") },
    asks: ({ cursor }: Memory): Asked => ({
      query: `query($after: String) { concerns(first: 2, after: $after) { ${list} } }`,
      variables: { after: cursor },
    }),
  })),
  {
    title: "the page after somebody else's cursor",
    isRefused: true,
    reaches: { cursor: linesIn("cursor"), "error text": ["Concern.raisedOn"] },
    asks: ({ othersCursor }) => ({
      query: `query($after: String) { concerns(first: 2, after: $after) { ${list} } }`,
      variables: { after: othersCursor },
    }),
  },
  reading("what changed", whatChanged, {}, { first: 50 }),
];

function inTens<Item>(items: readonly Item[], toOperation: (some: readonly Item[]) => Operation): Operation[] {
  const tens = Array.from({ length: Math.ceil(items.length / 10) }, (_, at) => items.slice(at * 10, at * 10 + 10));
  return tens.map(toOperation);
}
