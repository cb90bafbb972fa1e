/**
 * What a failing database means to a caller: busy, away for the moment, or a fault of ours. The original error is kept
 * as the cause for the log; nothing of it reaches the caller.
 */
import { HubError } from "../errors/hub-error.js";
import { errorCode, reasonOf } from "./start-refusal.js";

/** SQLSTATE codes and classes of a database that will answer again soon. */
const passingStates = new Set([
  "25P03", // idle_in_transaction_session_timeout
  "40001", // serialization_failure
  "40P01", // deadlock_detected
  "55P03", // lock_not_available
  "57014", // query_canceled, by statement_timeout
  "57P01", // admin_shutdown
  "57P02", // crash_shutdown
  "57P03", // cannot_connect_now
  "57P05", // idle_session_timeout
]);
const passingClasses = new Set(["08", "53", "58"]);
const networkCodes = /^(ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)/;

/** `pg` gives these no code. */
const waitedInVain = "timeout exceeded when trying to connect";
const connectionLost =
  /^(Connection terminated|Query read timeout|timeout expired|Client has encountered a connection error|Client was closed|Cannot use a pool after calling end)/;

export function asHubError(caught: unknown): HubError {
  if (caught instanceof HubError) return caught;
  const message = reasonOf(caught);
  const code = errorCode(caught) ?? "";
  const error = quotesValues(code) ? new Error(`SQLSTATE ${code}`) : caught;
  if (message === waitedInVain || code === "53300")
    return new HubError("OVERLOADED", { retryAfter: 1 }, { cause: error });
  const passing = passingStates.has(code) || (code.length === 5 && passingClasses.has(code.slice(0, 2)));
  if (passing || networkCodes.test(code) || connectionLost.test(message)) {
    return new HubError("UNAVAILABLE", { retryAfter: 5 }, { cause: error });
  }
  return new HubError("INTERNAL", {}, { cause: error });
}

/** Class 22, data exceptions: the message repeats the value, which has no place in a log. */
function quotesValues(code: string): boolean {
  return /^22...$/.test(code);
}
