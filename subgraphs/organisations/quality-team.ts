/** Whom to write to about the quality of education in a place. */
import { ID } from "type-graphql";
import { PlainType, Public } from "../annotations.js";

@PlainType("QualityTeam", { description: "An education quality team of NHS England." })
export class QualityTeam {
  @Public(() => ID, { description: "Code of the team." })
  code!: string;

  @Public(() => String, { description: "Its name." })
  name!: string;

  @Public(() => String, { nullable: true, description: "Its shared mailbox; null where none is known." })
  mailbox!: string | null;
}
