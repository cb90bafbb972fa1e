/** The input of the mutation that amends the facts of a concern. */
import { ID } from "type-graphql";
import { Input, InputField } from "../../annotations.js";
import { ProfessionScalar, ThemeScalar } from "../../code-scalar.js";
import { Codes, Text } from "../../input-rules.js";
import { DateScalar } from "../../scalars.js";
import { SubjectLevel } from "../concern-codes.js";
import { ChangeInput } from "../concern-inputs.js";

const shortText = 200;
const orEmpty = "Null empties it.";

@Input(
  "AmendConcernInput",
  "NHS England sets right the facts that a report gave of a concern. What is left out stays as it is, and so does what is null, but where null empties it.",
)
export class AmendConcernInput extends ChangeInput {
  @Text(10_000)
  @InputField(() => String, "MANAGEMENT", { description: "Why; it is kept as a note that NHS England alone reads." })
  reason!: string;

  @Text(shortText)
  @InputField(() => String, "OPERATIONAL", {
    nullable: true,
    description: "A better title; the provider reads it. What it was before can still be read `asOf` a day before.",
  })
  title?: string | null;

  @Text(12)
  @InputField(() => ID, "OPERATIONAL", { nullable: true, description: `Code of the provider's site. ${orEmpty}` })
  site?: string | null;

  @Text(12)
  @InputField(() => ID, "OPERATIONAL", {
    nullable: true,
    description: `Code of the university or college, which comes to know of the concern. ${orEmpty}`,
  })
  educationProvider?: string | null;

  @InputField(() => SubjectLevel, "OPERATIONAL", { nullable: true, description: "What it is about." })
  subjectLevel?: SubjectLevel | null;

  @Text(shortText)
  @InputField(() => String, "OPERATIONAL", { nullable: true, description: `Department or specialty. ${orEmpty}` })
  department?: string | null;

  @Text(shortText)
  @InputField(() => String, "OPERATIONAL", { nullable: true, description: `Programme of education. ${orEmpty}` })
  programme?: string | null;

  @Codes(20)
  @InputField(() => [ProfessionScalar], "OPERATIONAL", {
    nullable: true,
    description: "All professions concerned; the regulators in their remit follow.",
  })
  professions?: string[] | null;

  @Codes(10)
  @InputField(() => [ThemeScalar], "OPERATIONAL", { nullable: true, description: "All themes." })
  themes?: string[] | null;

  @Codes(20)
  @InputField(() => [ID], "OPERATIONAL", {
    nullable: true,
    description: "All standards at risk or not met, by id, of those in force when it was noticed.",
  })
  standards?: string[] | null;

  @InputField(() => DateScalar, "OPERATIONAL", { nullable: true, description: `When it was first noticed. ${orEmpty}` })
  identifiedOn?: string | null;

  @InputField(() => Boolean, "OPERATIONAL", { nullable: true, description: "Whether patients may be at risk." })
  patientSafetyRisk?: boolean | null;

  @InputField(() => Boolean, "OPERATIONAL", { nullable: true, description: "Whether learners may be at risk." })
  learnerSafetyRisk?: boolean | null;

  @InputField(() => Boolean, "OPERATIONAL", { nullable: true, description: "Whether the risk is immediate." })
  immediateRisk?: boolean | null;
}
