/** Pages of sharing agreements, newest first. */
import { ArgsType, Field } from "type-graphql";
import { connectionType, PageArguments, pageOf, pageSize, type Connection } from "../connection.js";
import { cursorsFor } from "../cursor.js";
import type { SubgraphContext } from "../subgraph-context.js";
import { AgreementFilter, agreementFilterValues } from "./agreement-filter.js";
import { countAgreements, readAgreementPage, type AgreementRecord } from "./agreement-reader.js";
import { SharingAgreement } from "./sharing-agreement.js";

export const AgreementConnection = connectionType("SharingAgreement", () => SharingAgreement);

@ArgsType()
export class AgreementListArguments extends PageArguments {
  @Field(() => AgreementFilter, { nullable: true, description: "Which agreements." })
  filter?: AgreementFilter | null;
}

export async function agreementPage(
  context: SubgraphContext,
  { filter, after, first }: AgreementListArguments,
): Promise<Connection<AgreementRecord>> {
  const size = pageSize({ first: first ?? null });
  const values = agreementFilterValues(filter ?? {});
  const cursors = cursorsFor(context.cursorKey, context.caller, ["sharingAgreements", values]);
  const position = cursors.start(after);
  return pageOf(await readAgreementPage(context, { filter: values, size, after: position }), size, {
    after,
    cursorOf: ({ proposedOn, id }) => cursors.seal({ value: proposedOn, key: id }),
    count: () => countAgreements(context, values),
  });
}
