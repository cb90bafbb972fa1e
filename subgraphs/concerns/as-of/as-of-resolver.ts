/** A concern as it was known on a day, in the graph. What hangs on it follows: see as-of.ts. */
import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, Info, Resolver, Root } from "type-graphql";
import { HubError } from "../../../errors/hub-error.js";
import { standingKey } from "../../../authorisation/standing.js";
import { ClassifiedField } from "../../annotations.js";
import { contextAsOf } from "../../as-of.js";
import { askedFields } from "../../asked-fields.js";
import { loaderOf } from "../../loader-of.js";
import { DateScalar } from "../../scalars.js";
import type { SubgraphContext } from "../../subgraph-context.js";
import { Concern } from "../concern.js";
import type { ConcernRecord } from "../concern-reader.js";
import { loadConcernsWith } from "./as-of-reader.js";

@Resolver(() => Concern)
export class AsOfResolver {
  @ClassifiedField(() => Concern, () => Concern, "OPERATIONAL", {
    description:
      "The concern, with what hangs on it, as the hub knew it at the end of a day in England: as it had been recorded by then, whatever day the dates in it say. You read of it what you may read now and could have read then, by the same relation; a trust or region to which it moved stands where the one before it stood. Null where it was not recorded by then, or you could not have known of it; and in `previewAccess`, since a share opens no day before its own. It has the id of the concern today: keep the two apart where you keep records by their ids. It has no `asOf` of its own. BAD_USER_INPUT for a day that is still to come.",
    argumentClasses: { on: "OPERATIONAL" },
  })
  async asOf(
    @Root() { key, [standingKey]: { readIn } }: ConcernRecord,
    @Arg("on", () => DateScalar, { description: "The day, today at the latest." }) on: string,
    @Ctx() context: SubgraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConcernRecord | null> {
    const problem = context.asOf !== undefined ? "within asOf" : on > context.today ? "still to come" : undefined;
    if (problem !== undefined) throw new HubError("BAD_USER_INPUT", { field: "on", problem });
    // What would be shared today opens no day before.
    if (readIn !== undefined) return null;
    const load = loadConcernsWith(askedFields(info, "Concern"));
    return (await loaderOf(contextAsOf(context, on), load).load(key)) ?? null;
  }
}
