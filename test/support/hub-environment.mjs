/** Where a test file runs: jest's own sandbox for Node.js, with a way out to what `outside.ts` loads. */
import { register } from "node:module";
import { TestEnvironment } from "jest-environment-node";
import { register as registerTypeScript } from "tsx/esm/api";
import { plantedFaults } from "./planted-fault.mjs";

// What is registered last is asked first: the faults are in the text before tsx compiles it.
if (plantedFaults().length > 0) register("./planting-loader.mjs", import.meta.url);
registerTypeScript();

export default class HubEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    this.global.importOutside = (specifier) => import(specifier);
  }
}
