/** A command of the hub, run to its end as a process of its own. */
import { execFile } from "node:child_process";

export interface Outcome {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** @param env all of its environment but the path: what Jest needs of Node is not what a command runs with. */
export function runScript(name: string, parameters: readonly string[], env: NodeJS.ProcessEnv): Promise<Outcome> {
  const { PATH } = process.env;
  return new Promise((resolve) => {
    const command = ["--import", "tsx", `scripts/${name}.ts`, ...parameters];
    const child = execFile(process.execPath, command, { env: { PATH, ...env } }, (_error, stdout, stderr) => {
      resolve({ exitCode: child.exitCode ?? -1, stdout, stderr });
    });
  });
}
