/** The risk rating of a concern: likelihood by impact, before and after the controls in place. */
import { Int } from "type-graphql";
import { Carrier, PlainType } from "../../annotations.js";
import { DateScalar } from "../../scalars.js";

@PlainType("RiskScore", { description: "Likelihood by impact on the five by five matrix, with its band." })
export class RiskScore {
  @Carrier(() => Int, { description: "1 rare, 2 unlikely, 3 possible, 4 likely, 5 almost certain." })
  likelihood!: number;

  @Carrier(() => Int, { description: "1 negligible, 2 minor, 3 moderate, 4 major, 5 catastrophic." })
  impact!: number;

  @Carrier(() => Int, { description: "Likelihood multiplied by impact, 1 to 25." })
  score!: number;

  @Carrier(() => String, { description: "Band of the score: LOW, MODERATE, HIGH or EXTREME." })
  band!: string;
}

@PlainType("RiskRating", { description: "How likely and how grave the risk is, as assessed." })
export class RiskRating {
  @Carrier(() => RiskScore, { description: "Before controls." })
  inherent!: RiskScore;

  @Carrier(() => RiskScore, { description: "With the controls in place." })
  residual!: RiskScore;

  @Carrier(() => String, { description: "Role of the person who scored it." })
  scoredBy!: string;

  @Carrier(() => DateScalar, { description: "When it was scored." })
  scoredOn!: string;
}
