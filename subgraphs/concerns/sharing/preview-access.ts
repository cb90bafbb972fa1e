/**
 * Shows a sharer what a share would open, before there is one. It may be asked by whoever may share, and is refused
 * with the words with which the share would be. Nothing is written, and nobody is told.
 */
import type { GraphQLResolveInfo } from "graphql";
import type { DataClass } from "../../../authorisation/data-class.js";
import { relations, type Relation } from "../../../authorisation/relation.js";
import { relationsOf } from "../../../authorisation/relations-of.js";
import { standingKey } from "../../../authorisation/standing.js";
import { actionRefusal } from "../../action-rule.js";
import { askedFields } from "../../asked-fields.js";
import type { SubgraphContext } from "../../subgraph-context.js";
import type { UserError } from "../../user-error.js";
import { isAccepted } from "../access/indexed-concern.js";
import { actionRules } from "../concern-lifecycle.js";
import { concernIdShape, readConcerns, type ConcernRecord } from "../concern-reader.js";
import { categoryLevel } from "../intensive-support/intensive-support.js";
import { bodiesFrom, protocolParties } from "../published-directory.js";
import { queriesOf } from "../published-reader.js";
import { refusals } from "../refusals.js";
import { previewReading } from "./preview-reading.js";
import { offerRefusal } from "./protocol-share.js";
import { classesOf, inItsOwnRight, openedByShare, readableToSharer } from "./what-a-share-opens.js";

export interface PreviewRequest {
  readonly concern: string;
  readonly organisation: string;
  readonly dataClasses: readonly DataClass[];
}

export interface Previewed {
  readonly concern: ConcernRecord | null;
  readonly userErrors: readonly UserError[];
}

/** What decides about sharing, and who may know of the concern whatever is shared: all of it OPERATIONAL. */
const facts: ReadonlySet<string> = new Set([
  "status",
  "category",
  "provider",
  "site",
  "educationProvider",
  "region",
  "reportedBy",
  "professions",
]);

export async function previewAccess(
  context: SubgraphContext,
  info: GraphQLResolveInfo,
  { concern: id, organisation, dataClasses }: PreviewRequest,
): Promise<Previewed> {
  const { caller, today } = context;
  const refused = (error: UserError): Previewed => ({ concern: null, userErrors: [error] });
  const concern = concernIdShape.test(id) ? (await readConcerns(context, [id], facts)).get(id) : undefined;
  if (concern === undefined) return refused(refusals.absent);

  const { relations: held } = concern[standingKey];
  const notNow = actionRefusal(actionRules.share, { role: caller.role, relations: held }, concern.status);
  if (notNow !== undefined) return refused(refusals[notNow]);
  const directory = queriesOf(context);
  const readable = readableToSharer(caller, held);
  const offer = { sharedBy: caller.organisation, sharedWith: organisation, classes: dataClasses, from: today };
  const refusal = offerRefusal(offer, { mayPassOn: classesOf(readable) }, await protocolParties(directory));
  if (refusal !== undefined) return refused(refusals[refusal]);

  const standing = standingRelations(concern, await bodiesFrom(directory)).get(organisation);
  const reading = previewReading(context, inItsOwnRight(held), {
    relations: relations.filter((relation) => relation === "SHARED" || standing?.has(relation)),
    byShare: openedByShare(dataClasses, readable),
  });
  const previewed = await readConcerns(reading, [id], askedFields(info, "Concern"));
  return { concern: previewed.get(id) ?? null, userErrors: [] };
}

/**
 * What bodies are to the concern by facts that its sharer reads and by the public directory. Whether one of them has it
 * by another's share, at a panel or for learners of its own is not for the sharer to learn.
 */
function standingRelations(
  concern: ConcernRecord,
  bodies: Parameters<typeof relationsOf>[1],
): ReadonlyMap<string, ReadonlySet<Relation>> {
  return relationsOf(
    {
      accepted: isAccepted(String(concern.status)),
      category: categoryLevel(concern.category),
      provider: concern.provider?.code ?? "",
      site: concern.site?.code ?? null,
      educationProvider: concern.educationProvider?.code ?? null,
      region: concern.region?.code ?? null,
      // No board takes part in the protocol.
      icb: null,
      reportedBy: concern.reportedBy?.code ?? "",
      professions: concern.professions ?? [],
      shares: [],
      atPanels: [],
      learnersFrom: [],
    },
    bodies,
  );
}
