/** Compiles for jest as @swc/jest does, after a fault is planted. */
import swcJest from "@swc/jest";
import { planted } from "./planted-fault.mjs";

/** What a file compiles to depends on these options, and on nothing else of the configuration. */
const ofOptions = (more) => ({ ...more, configString: "" });

export default {
  createTransformer(options) {
    const compiler = swcJest.createTransformer(options);
    return {
      canInstrument: compiler.canInstrument,
      process: (source, file, more) => compiler.process(planted(source, file), file, more),
      processAsync: (source, file, more) => compiler.processAsync(planted(source, file), file, more),
      getCacheKey: (source, file, more) => compiler.getCacheKey(planted(source, file), file, ofOptions(more)),
      getCacheKeyAsync: (source, file, more) => compiler.getCacheKeyAsync(planted(source, file), file, ofOptions(more)),
    };
  },
};
