/** Compiles for jest as @swc/jest does, after a fault is planted. */
import swcJest from "@swc/jest";
import { planted } from "./planted-fault.mjs";

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
