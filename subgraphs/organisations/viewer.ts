/** Whom the hub takes a caller for, and what that opens. Only ever the caller's own. */
import { PlainType, Public } from "../annotations.js";
import { Purpose, Role } from "./caller-codes.js";
import { Organisation } from "./organisation.js";

@PlainType("Unlock", { description: "Which relations to a concern let this caller read a kind of information." })
export class Unlock {
  @Public(() => String, { description: "Data class, as named at the end of the descriptions of fields." })
  dataClass!: string;

  @Public(() => String, {
    nullable: true,
    description: "Part of the class, where a part has readers of its own; null for the rest of the class.",
  })
  part!: string | null;

  @Public(() => [String], {
    description:
      "Relations of the organisation to a concern that open it, without a sharing agreement. None where the role or the purpose does not read it.",
  })
  relations!: readonly string[];
}

@PlainType("Viewer", { description: "Who is asking, as the hub understood the access token." })
export class Viewer {
  @Public(() => String, { description: "Subject of the access token." })
  subject!: string;

  @Public(() => Organisation, { description: "The organisation for which the caller acts." })
  organisation!: Organisation;

  @Public(() => Role, { description: "The selected role." })
  role!: Role;

  @Public(() => Purpose, { description: "The purpose of this request: declared, or the usual one of the role." })
  purpose!: Purpose;

  @Public(() => [Purpose], { description: "Purposes that the role may declare; the first is the usual one." })
  purposes!: Purpose[];

  @Public(() => [Unlock], { description: "What each relation to a concern opens, for this role and purpose." })
  unlocks!: Unlock[];
}
