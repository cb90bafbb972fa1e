/** Pages of the audit, newest first: by concern, organisation, person and day. */
import { ArgsType, Field, ID } from "type-graphql";
import { HubError } from "../../../errors/hub-error.js";
import { Input, InputField } from "../../annotations.js";
import { PageArguments, pageOf, pageSize, type Connection } from "../../connection.js";
import { cursorsFor } from "../../cursor.js";
import { isStorable } from "../../plain-text.js";
import { DateScalar } from "../../scalars.js";
import type { SubgraphContext } from "../../subgraph-context.js";
import { concernIdShape } from "../concern-reader.js";
import { organisationCodeShape } from "../federated-stubs.js";
import type { AccessEntryRecord } from "./access-entry.js";
import { countAccessEntries, readAccessEntries, type AccessLogSelection } from "./access-log-reader.js";

@Input("AccessLogFilter", "All conditions given have to hold. An absent or null condition does not restrict.")
export class AccessLogFilter {
  @InputField(() => ID, "AUDIT:people", { nullable: true, description: "Entries that name this concern." })
  concern?: string | null;

  @InputField(() => String, "AUDIT:people", { nullable: true, description: "Who acted for this organisation." })
  organisation?: string | null;

  @InputField(() => String, "AUDIT:people", { nullable: true, description: "This person, as `subject` names them." })
  subject?: string | null;

  @InputField(() => DateScalar, "AUDIT:people", { nullable: true, description: "On this day or later." })
  since?: string | null;
}

@ArgsType()
export class AccessLogArguments extends PageArguments {
  @Field(() => AccessLogFilter, { nullable: true, description: "Which entries." })
  filter?: AccessLogFilter | null;
}

const mostSubjectLength = 400;

export async function accessLogPage(
  context: SubgraphContext,
  { filter, first, after }: AccessLogArguments,
): Promise<Connection<AccessEntryRecord>> {
  const size = pageSize({ first: first ?? null });
  const selection = selectionOf(filter ?? {});
  const cursors = cursorsFor(context.cursorKey, context.caller, ["accessLog", selection]);
  const start = { size, after: cursors.start(after) };
  return pageOf(await readAccessEntries(context, selection, start), size, {
    after,
    cursorOf: ({ place, id }) => cursors.seal({ value: place, key: id.padStart(19, "0") }),
    count: () => countAccessEntries(context, selection),
  });
}

function selectionOf({ concern, organisation, subject, since }: AccessLogFilter): AccessLogSelection {
  if (isGiven(concern) && !concernIdShape.test(concern)) refuse("concern", "not the id of a concern");
  if (isGiven(organisation) && !organisationCodeShape.test(organisation)) refuse("organisation", "not a code");
  if (isGiven(subject) && (subject.length > mostSubjectLength || !isStorable(subject)))
    refuse("subject", "not the name of a person");
  return {
    concern: concern ?? null,
    organisation: organisation ?? null,
    subject: subject ?? null,
    since: since ?? null,
  };
}

function isGiven(value: string | null | undefined): value is string {
  return value !== null && value !== undefined;
}

function refuse(field: string, problem: string): never {
  throw new HubError("BAD_USER_INPUT", { field: `filter.${field}`, problem });
}
