/** The scalars of the public graph. Dates are ISO calendar dates without a clock; instants are UTC. */
import { GraphQLScalarType } from "graphql";
import { GraphQLDateTimeISO, GraphQLLocalDate } from "graphql-scalars";
import { HubError } from "../errors/hub-error.js";

const localDate = GraphQLLocalDate.toConfig();

export const DateScalar = new GraphQLScalarType<string, string>({
  ...localDate,
  name: "Date",
  description: "A calendar date in England, `YYYY-MM-DD` (ISO 8601), from the year 0001 on.",
  parseValue: (value) => inCalendar(localDate.parseValue(asText(value))),
  parseLiteral: (node, variables) => inCalendar(localDate.parseLiteral(node, variables)),
});

/** The scalar below writes what it refuses into its message, and an object may not allow that. */
function asText(value: unknown): string {
  if (typeof value !== "string") throw new HubError("BAD_USER_INPUT", { problem: "not a date" });
  return value;
}

/** ISO 8601 has a year 0000; the calendar of PostgreSQL has not. */
function inCalendar(date: string): string {
  if (date.startsWith("0000")) throw new HubError("BAD_USER_INPUT", { problem: "not a date of the calendar" });
  return date;
}

const instant = GraphQLDateTimeISO.toConfig();

export const DateTimeScalar = new GraphQLScalarType({
  ...instant,
  name: "DateTime",
  description: "An instant in UTC, `YYYY-MM-DDThh:mm:ss.sssZ` (ISO 8601), of the years 0001 to 9999.",
  parseValue: (value) => inFourDigits(instant.parseValue(value)),
  parseLiteral: (node, variables) => inFourDigits(instant.parseLiteral(node, variables)),
});

/** An offset may lead to a year before the first or after the last that can be written: kept, nobody could read it. */
function inFourDigits(at: Date): Date {
  const year = at.getUTCFullYear();
  if (year < 1 || year > 9999) throw new HubError("BAD_USER_INPUT", { problem: "not an instant of the calendar" });
  return at;
}
