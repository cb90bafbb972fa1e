/**
 * Faults that tests are to find. HUB_PLANTED_FAULT holds one as JSON, or a list of them, `{ file, find, put, at? }`: the
 * path in the project, a text that the file has once, or at an offset, and what stands in its place. A fault that cannot
 * be planted fails the run instead of passing for found.
 */
import { relative } from "node:path";

/** @returns {{ file: string, find: string, put: string, at?: number }[]} as they are told now. */
export function plantedFaults() {
  return [JSON.parse(process.env["HUB_PLANTED_FAULT"] || "[]")].flat();
}

const faultsIn = (file) => plantedFaults().filter((fault) => relative(process.cwd(), file) === fault.file);

export const isPlanted = (file) => faultsIn(file).length > 0;

/** The text of the file with the faults in it that belong there. */
export function planted(source, file) {
  return faultsIn(file).reduce(plantedIn, source);
}

function plantedIn(source, { file, find, put, at }) {
  const place = at ?? source.indexOf(find);
  const isAlone = at !== undefined || source.lastIndexOf(find) === place;
  if (!isAlone || !source.startsWith(find, place)) throw new Error(`${file} does not hold once: ${find}`);
  return source.slice(0, place) + put + source.slice(place + find.length);
}
