/**
 * Finds a member name that occurs twice in one object of a JSON text. RFC 7515, section 4 and RFC 7519, section 4 let
 * a verifier refuse such a token; `JSON.parse` keeps the last, others keep the first, and a token that two readers
 * understand differently is an attack. Names are compared as decoded, so `"\u0061ud"` repeats `"aud"`.
 */

const structure = /"(?:[^"\\]|\\.)*"|[{}[\]:]/gs;

/** Relies on the text being valid JSON: parse it first. Runs in one pass, without recursion. */
export function hasDuplicateMembers(json: string): boolean {
  const open: (Set<string> | null)[] = [];
  let lastString: string | undefined;
  for (const [token] of json.matchAll(structure)) {
    if (token === "{") open.push(new Set());
    else if (token === "[") open.push(null);
    else if (token === "}" || token === "]") open.pop();
    else if (token !== ":") lastString = token;
    else if (lastString !== undefined) {
      const names = open.at(-1);
      const name: unknown = JSON.parse(lastString);
      if (!names || typeof name !== "string") continue;
      if (names.has(name)) return true;
      names.add(name);
    }
  }
  return false;
}
