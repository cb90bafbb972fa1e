/**
 * A fault that tests are to find. HUB_PLANTED_FAULT holds it as JSON, `{ file, find, put }`: the path in the project, a
 * text that the file has once, and what stands in its place. A fault that cannot be planted fails the run instead of
 * passing for found.
 */
import { relative } from "node:path";

/** @type {{ file: string, find: string, put: string } | undefined} */
export const fault = process.env["HUB_PLANTED_FAULT"] && JSON.parse(process.env["HUB_PLANTED_FAULT"]);

/** The text of the file with the fault in it, if it belongs there. */
export function planted(source, file) {
  if (fault === undefined || relative(process.cwd(), file) !== fault.file) return source;
  const [before, after, ...more] = source.split(fault.find);
  if (after === undefined || more.length > 0) throw new Error(`${fault.file} does not hold once: ${fault.find}`);
  return before + fault.put + after;
}
