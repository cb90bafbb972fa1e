/** The scalars of the public graph. Dates are ISO calendar dates without a clock; instants are UTC. */
import { GraphQLScalarType } from "graphql";
import { GraphQLDateTimeISO, GraphQLLocalDate } from "graphql-scalars";

export const DateScalar = new GraphQLScalarType<string, string>({
  ...GraphQLLocalDate.toConfig(),
  name: "Date",
  description: "A calendar date in England, `YYYY-MM-DD` (ISO 8601).",
});

export const DateTimeScalar = new GraphQLScalarType({
  ...GraphQLDateTimeISO.toConfig(),
  name: "DateTime",
  description: "An instant in UTC, `YYYY-MM-DDThh:mm:ss.sssZ` (ISO 8601).",
});
