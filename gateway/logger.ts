/** The process's log: JSON lines, no token in any of them, whatever object is logged. */
import { pino } from "pino";
import type { DestinationStream, Logger } from "pino";

const secrets = ["authorization", "headers.authorization", "*.authorization", "*.headers.authorization"];

export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options = { level, redact: { paths: secrets, censor: "[not logged]" }, base: null };
  return destination === undefined ? pino(options) : pino(options, destination);
}
