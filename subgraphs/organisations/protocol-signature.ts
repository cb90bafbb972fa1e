/** Since when a body takes part in the Emerging Concerns Protocol. */
import { PlainType, Public } from "../annotations.js";
import { DateScalar } from "../scalars.js";

@PlainType("ProtocolSignature", { description: "A body signed the Emerging Concerns Protocol." })
export class ProtocolSignature {
  @Public(() => DateScalar, { description: "First day on which it takes part." })
  from!: string;

  @Public(() => DateScalar, { nullable: true, description: "Last day; null while it goes on." })
  until!: string | null;
}
