/** The subgraphs of the hub, each made once. */
import type { Subgraph, SubgraphName } from "../subgraphs/define-subgraph.js";
import { concernsSubgraph } from "../subgraphs/concerns/concerns-subgraph.js";
import { organisationsSubgraph } from "../subgraphs/organisations/organisations-subgraph.js";
import { standardsSubgraph } from "../subgraphs/standards/standards-subgraph.js";
import { accessLogViews } from "../database/access-log-views.js";
import { asOfViews } from "../database/as-of-view.js";
import { inboxViews } from "../database/inbox-views.js";
import { maskedViewSql } from "../database/masked-view.js";

const definitions: Readonly<Record<SubgraphName, () => Subgraph>> = {
  concerns: concernsSubgraph,
  organisations: organisationsSubgraph,
  standards: standardsSubgraph,
};

const made = new Map<SubgraphName, Subgraph>();

export function subgraph(name: SubgraphName): Subgraph {
  const subgraph = made.get(name) ?? definitions[name]();
  made.set(name, subgraph);
  return subgraph;
}

export function allSubgraphs(): Subgraph[] {
  return (Object.keys(definitions) as SubgraphName[]).map(subgraph);
}

/** The statements that install the generated views of all subgraphs. */
export function generatedViews(): string[] {
  const views = allSubgraphs().flatMap((subgraph) => subgraph.views);
  return [
    ...views.map((view) => maskedViewSql(view)),
    ...asOfViews(views).map(({ sql }) => sql),
    ...inboxViews,
    ...accessLogViews(subgraph("concerns").classification),
  ];
}
