/** What stands behind the code of a profession. */
import { PlainType, Public } from "../annotations.js";
import { ProfessionScalar } from "../code-scalar.js";
import { Organisation } from "./organisation.js";

@PlainType("ProfessionDetail", { description: "A profession whose education the hub is about." })
export class ProfessionDetail {
  @Public(() => ProfessionScalar, { description: "Its code, as concerns and remits name it." })
  code!: string;

  @Public(() => String, { description: "Its title." })
  title!: string;

  @Public(() => Organisation, { description: "The regulator that registers it." })
  regulator!: Organisation;
}
