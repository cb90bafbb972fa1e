/**
 * Runs tests as often as it is told to and answers each time with what came of it, since to start jest takes longer than
 * most of the tests do. In comes `{ files, fault }`, out goes a RunReport of `lane.ts`.
 */
import { runCLI } from "jest";
import config from "../../jest.config.js";

// The server is started once for all runs, by whoever tells this process what to run.
const { globalSetup, globalTeardown, maxWorkers, ...project } = config;
let runs = 0;

process.on("message", ({ files, fault }) => {
  process.env.HUB_PLANTED_FAULT = fault;
  runs += 1;
  // What was compiled is kept in memory for a configuration: each run has one of its own.
  const ofThisRun = { ...project, rootDir: process.cwd(), reporters: [], testEnvironmentOptions: { runs } };
  const options = { runInBand: true, silent: true, watchman: false };
  const said = (report) => process.send({ ...report, megabytes: process.memoryUsage().rss / 1e6 });
  runCLI({ _: files, $0: "", config: JSON.stringify(ofThisRun), ...options }, [process.cwd()]).then(
    ({ results }) => said({ files: results.testResults.map(reported) }),
    (error) => said({ files: [], error: String(error?.stack ?? error) }),
  );
});

function reported({ testExecError, testResults }) {
  return {
    isBroken: testExecError !== undefined && testExecError !== null,
    tests: testResults.map(({ status, failureMessages: [failure = null] }) => ({ status, failure })),
  };
}
