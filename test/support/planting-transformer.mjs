/**
 * Compiles for jest as @swc/jest does, and changes a file on its way where a fault is planted: what the tests are to
 * find. HUB_PLANTED_FAULT holds the fault as JSON, `{ file, find, put }`: the path in the project, a text that the file
 * has once, and what stands in its place. A fault that cannot be planted fails the run instead of passing for found.
 */
import { relative } from "node:path";
import swcJest from "@swc/jest";

/** @type {{ file: string, find: string, put: string } | undefined} */
const fault = process.env["HUB_PLANTED_FAULT"] && JSON.parse(process.env["HUB_PLANTED_FAULT"]);

function planted(source, file) {
  if (fault === undefined || relative(process.cwd(), file) !== fault.file) return source;
  const [before, after, ...more] = source.split(fault.find);
  if (after === undefined || more.length > 0) throw new Error(`${fault.file} does not hold once: ${fault.find}`);
  return before + fault.put + after;
}

export default {
  createTransformer(options) {
    const compiler = swcJest.createTransformer(options);
    return {
      canInstrument: compiler.canInstrument,
      process: (source, file, more) => compiler.process(planted(source, file), file, more),
      processAsync: (source, file, more) => compiler.processAsync(planted(source, file), file, more),
      getCacheKey: (source, file, more) => compiler.getCacheKey(planted(source, file), file, more),
      getCacheKeyAsync: (source, file, more) => compiler.getCacheKeyAsync(planted(source, file), file, more),
    };
  },
};
