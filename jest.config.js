/** Tests run as ES modules against a real PostgreSQL that globalSetup starts once for all workers. */
import { availableParallelism } from "node:os";
import { register as registerRequire } from "tsx/cjs/api";
import { register } from "tsx/esm/api";

// jest transforms what the workers load; set-up, teardown and reporter are loaded by this process itself.
register();
registerRequire();

export default {
  globalSetup: "<rootDir>/test/support/global-setup.ts",
  globalTeardown: "<rootDir>/test/support/global-teardown.ts",
  reporters: ["default", "<rootDir>/test/support/closing-line-reporter.ts"],
  // Half of each test is waiting for the database, so that there may be more of them than processors.
  maxWorkers: Math.ceil(availableParallelism() * 1.5),
  testEnvironment: "<rootDir>/test/support/hub-environment.mjs",
  testMatch: ["<rootDir>/test/**/*.test.ts"],
  extensionsToTreatAsEsm: [".ts"],
  moduleNameMapper: { "^(\\.{1,2}/.*)\\.js$": "$1" },
  transform: {
    "^.+\\.ts$": [
      "<rootDir>/test/support/planting-transformer.mjs",
      {
        jsc: {
          target: "es2022",
          parser: { syntax: "typescript", decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: false, useDefineForClassFields: false },
        },
        module: { type: "es6" },
      },
    ],
  },
  testTimeout: 120_000,
};
