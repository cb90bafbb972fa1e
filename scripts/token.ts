/**
 * `npm run token -- NAME`: prints an access token of a demonstration persona, and nothing else, on standard output.
 * Exit codes: 0 printed, 1 the hub could not give one, 2 wrong usage.
 */
import { Command, CommanderError } from "commander";
import { permittedPurposes } from "../authentication/permitted-roles.js";
import { personas } from "../demonstration/personas.js";
import { requestPersonaToken } from "../issuer/request-persona-token.js";

interface Options {
  readonly purpose?: string;
  readonly url: string;
  readonly json?: true;
}

const listed = personas.map(({ name, organisation, role }) => `  ${name.padEnd(22)}${organisation.padEnd(8)}${role}`);

const command = new Command("token")
  .description("Print an access token of a demonstration persona of a running hub.")
  .argument("<name>", "persona")
  .option("--purpose <purpose>", "say how to declare this purpose of use with the token")
  .option("--url <url>", "address of the hub", "http://localhost:4000")
  .option("--json", "print a JSON object with the token, its persona and its expiry")
  .addHelpText("after", `\nPersonas:\n${listed.join("\n")}`)
  .exitOverride()
  .action(printToken);

async function printToken(name: string, { purpose, url, json }: Options): Promise<void> {
  const persona = personas.find((candidate) => candidate.name === name);
  if (persona === undefined) {
    finish(2, `There is no persona "${name}". Choose one of:\n${listed.join("\n")}`);
    return;
  }
  const { organisation, organisationKind, role } = persona;
  const permitted = permittedPurposes(organisationKind, role);
  const declared = purpose === undefined ? persona.purpose : permitted.find((candidate) => candidate === purpose);
  if (declared === undefined) {
    finish(2, `${name} may declare ${permitted.join(" or ")}.`);
    return;
  }
  const result = await requestPersonaToken(url, name);
  if (!result.ok) {
    finish(1, result.problem);
    return;
  }
  const { token, expiresAt } = result.value;
  const record = { token, persona: name, organisation, role, purpose: declared, expiresAt };
  process.stdout.write(`${json ? JSON.stringify(record) : token}\n`);
  if (purpose !== undefined) process.stderr.write(`Send the purpose as a header: X-Purpose-Of-Use: ${declared}\n`);
}

function finish(exitCode: number, message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = exitCode;
}

try {
  await command.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? 0 : 2;
}
