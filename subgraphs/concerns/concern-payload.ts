/** What every mutation on a concern answers: the concern as its caller now sees it, or why nothing was changed. */
import type { GraphQLResolveInfo } from "graphql";
import { Carrier, PlainType } from "../annotations.js";
import { askedFields } from "../asked-fields.js";
import type { CommandAnswer } from "../idempotency.js";
import type { SubgraphContext } from "../subgraph-context.js";
import { UserError } from "../user-error.js";
import { Concern } from "./concern.js";
import { changeConcern, type ConcernCommand } from "./concern-command.js";
import type { ChangeInput } from "./concern-inputs.js";
import { readConcerns, type ConcernRecord } from "./concern-reader.js";

@PlainType("ConcernPayload", { description: "The concern after the change, or why there was none." })
export class ConcernPayload {
  @Carrier(() => Concern, { nullable: true, description: "The concern as you may now see it." })
  concern!: ConcernRecord | null;

  @Carrier(() => [UserError], { description: "Why it was refused; empty where it was done." })
  userErrors!: readonly UserError[];
}

/** Shows the concern of an answer as its caller now sees it. */
export async function show(
  answer: Promise<CommandAnswer>,
  context: SubgraphContext,
  info: GraphQLResolveInfo,
): Promise<ConcernPayload> {
  const { subject: id, userErrors } = await answer;
  if (id === null) return { concern: null, userErrors };
  const records = await readConcerns(context, [id], askedFields(info, "Concern"));
  return { concern: records.get(id) ?? null, userErrors };
}

/** Runs a command and shows the concern as it is now. */
export function change<Input extends ChangeInput>(
  command: ConcernCommand<Input>,
  input: Input,
  context: SubgraphContext,
  info: GraphQLResolveInfo,
): Promise<ConcernPayload> {
  return show(changeConcern(context, command, input), context, info);
}
