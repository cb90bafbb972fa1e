/**
 * Who is told who looked at a concern, written by hand like the rest of the reference policy: the executive of its
 * provider, and the team of its region. What they are told changes with each question, so it has no table of values;
 * `test/journeys/who-read-what.test.ts` looks at it.
 */
import type { Held, Verdict } from "./reference-policy.js";

export function verdictOnAccessLog(role: string, held: readonly Held[]): Verdict {
  const nothing = (reason: string): Verdict => ({ reads: "nothing", dataClass: "AUDIT", reason });
  if (!["QUALITY_LEAD", "CASE_HOLDER", "EXECUTIVE"].includes(role)) return nothing("ROLE");
  if (held.includes("region")) return { reads: "all" };
  if (held.includes("provider")) return role === "EXECUTIVE" ? { reads: "all" } : nothing("ROLE");
  return nothing("RELATION");
}
