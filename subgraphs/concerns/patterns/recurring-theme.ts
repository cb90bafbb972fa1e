/** A theme that recurs at several sites of one provider, counted over the concerns that the caller may read. */
import { Int } from "type-graphql";
import { Carrier, PlainType } from "../../annotations.js";
import { ThemeScalar } from "../../code-scalar.js";
import { Organisation } from "../federated-stubs.js";

@PlainType("RecurringTheme", {
  description: "A theme that concerns at several sites of one provider share: of those concerns that you may read.",
})
export class RecurringTheme {
  @Carrier(() => Organisation, { description: "The provider." })
  provider!: Organisation;

  @Carrier(() => ThemeScalar, { description: "The theme." })
  theme!: string;

  @Carrier(() => [Organisation], { description: "Sites at which it was raised, by code." })
  sites!: Organisation[];

  @Carrier(() => Int, { description: "How many concerns raised it there." })
  concerns!: number;
}
