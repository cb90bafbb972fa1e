/** The audit in the graph: thin, from arguments to the reader and back. That it was read is itself in the audit. */
import { Args, Ctx, Resolver } from "type-graphql";
import { CarrierQuery } from "../../annotations.js";
import type { Connection } from "../../connection.js";
import type { SubgraphContext } from "../../subgraph-context.js";
import { AccessEntryConnection, type AccessEntryRecord } from "./access-entry.js";
import { AccessLogArguments, accessLogPage } from "./access-log-page.js";

@Resolver()
export class AccessLogResolver {
  @CarrierQuery(() => AccessEntryConnection, {
    description:
      "Who read or changed what, or tried to, newest first. An auditor of NHS England sees what anybody did; an auditor and an executive of another organisation what its own people did; for other roles it is empty. It is what this database was told: where subgraphs have databases of their own, each keeps its own audit, and that of concerns is read here.",
    argumentClasses: { filter: "CARRIER" },
  })
  accessLog(
    @Args(() => AccessLogArguments) logArguments: AccessLogArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<Connection<AccessEntryRecord>> {
    return accessLogPage(context, logArguments);
  }
}
