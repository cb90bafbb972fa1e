/**
 * Who spoke up, in the graph. Whether the caller may read it is the database's to say: where it yields no sealed bytes
 * the record stands as any other does, and the guard refuses. Opened here, with keys that the database does not have.
 */
import type { GraphQLResolveInfo } from "graphql";
import { Ctx, FieldResolver, Info, Resolver, Root } from "type-graphql";
import { standingKey, type RowStanding, type StandingRecord } from "../../../authorisation/standing.js";
import { HubError } from "../../../errors/hub-error.js";
import { askedFields } from "../../asked-fields.js";
import { loaderOf } from "../../loader-of.js";
import { annotatedFields } from "../../record-annotations.js";
import type { SubgraphContext } from "../../subgraph-context.js";
import { Concern } from "../concern.js";
import type { IdentityMode } from "../concern-codes.js";
import type { ConcernRecord } from "../concern-reader.js";
import { openIdentity, type ReporterIdentity } from "./identity-seal.js";
import { Reporter } from "./reporter.js";
import { loadIdentities, type ReadableIdentity } from "./speaking-up-reader.js";

interface ReporterRecord extends StandingRecord {
  readonly identityMode: IdentityMode | null;
  readonly identity?: ReadableIdentity;
}

@Resolver(() => Concern)
export class ConcernReporterResolver {
  /** The row of the concern has the mode alone. */
  @FieldResolver()
  async reporter(
    @Root() concern: ConcernRecord,
    @Ctx() context: SubgraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ReporterRecord> {
    const identityMode = concern.reporter as unknown as IdentityMode | null;
    const reporter = { id: concern.id, identityMode };
    const identity = asksWho(info) ? await loaderOf(context, loadIdentities).load(concern.key) : undefined;
    if (identity === undefined) return { ...reporter, [standingKey]: concern[standingKey] };
    const row = concern as unknown as RowStanding;
    return { ...reporter, identity, [standingKey]: context.standingOf({ ...row, isRevealed: true }) };
  }
}

@Resolver(() => Reporter)
export class ReporterResolver {
  @FieldResolver()
  coarseRole(@Root() reporter: ReporterRecord, @Ctx() context: SubgraphContext): string | null {
    return opened(reporter, context, "coarseRole");
  }

  @FieldResolver()
  name(@Root() reporter: ReporterRecord, @Ctx() context: SubgraphContext): string | null {
    return opened(reporter, context, "name");
  }

  @FieldResolver()
  contact(@Root() reporter: ReporterRecord, @Ctx() context: SubgraphContext): string | null {
    return opened(reporter, context, "contact");
  }
}

function asksWho(info: GraphQLResolveInfo): boolean {
  const asked = askedFields(info, "Reporter");
  return annotatedFields(Reporter).some(({ field, compartment }) => compartment === "IDENTITY" && asked.has(field));
}

/** Reached through the guard alone. The audit names the reveal beside the fields that were read. */
function opened(
  { id, identity }: ReporterRecord,
  { disclosures, identityKeys }: SubgraphContext,
  part: keyof ReporterIdentity,
): string | null {
  if (identity === undefined) return null;
  if (identity.reveal !== null) disclosures.disclose({ id: identity.reveal }, "IdentityReveal", "used");
  const who = openIdentity(identity, identityKeys, id);
  // Not null: that would say that nothing is known, where a key is lost or the bytes are not what was sealed.
  if (who === null) throw new HubError("INTERNAL", {}, { cause: new Error("a sealed identity does not open") });
  return who[part] === "" ? null : who[part];
}
