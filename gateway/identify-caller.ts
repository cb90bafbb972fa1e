/**
 * Whose request it is, known before a byte of its body is read. Who is turned away is in the audit first, by name
 * where the token was good.
 */
import type { FastifyRequest } from "fastify";
import type { GraphCall } from "./graph-handler.js";
import { headerOf } from "../endpoint/header-of.js";
import type { Authenticator, RecordRefusal } from "./refusal.js";

export type CallerIdentity = Pick<GraphCall, "caller" | "authorization" | "purposeHeader" | "requestId">;

export type Identified =
  | { readonly ok: true; readonly call: CallerIdentity }
  | { readonly ok: false; readonly code: "UNAUTHENTICATED" | "FORBIDDEN" };

export interface Identification {
  readonly authenticator: Authenticator;
  readonly recordRefusal: RecordRefusal;
}

export async function identifyCaller(
  request: FastifyRequest,
  { authenticator, recordRefusal }: Identification,
): Promise<Identified> {
  const { id: requestId } = request;
  const authorization = headerOf(request, "authorization");
  const purposeHeader = headerOf(request, "x-purpose-of-use");
  const authentication = await authenticator.authenticate({ authorization, purpose: purposeHeader });
  if (authentication.ok) {
    const { caller } = authentication;
    return { ok: true, call: { caller, authorization: authorization ?? "", purposeHeader, requestId } };
  }
  const { code, because, identity } = authentication;
  await recordRefusal({ code, because, requestId, caller: identity });
  return { ok: false, code };
}
