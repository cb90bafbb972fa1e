/**
 * An organisation of the directory and how it came from others, as the graph shows them: all of it is public. Fields
 * that lead to other organisations are loaded for a whole page at once by the resolver.
 */
import { ID } from "type-graphql";
import { PlainType, Public } from "../annotations.js";
import { ProfessionScalar } from "../code-scalar.js";
import { DateScalar } from "../scalars.js";
import { OrganisationKind, OrganisationStatus } from "./organisation-codes.js";
import { ProtocolSignature } from "./protocol-signature.js";
import { QualityTeam } from "./quality-team.js";

@PlainType("Succession", { description: "One organisation took the place of another, or of a part of it." })
export class Succession {
  @Public(() => Organisation, {
    nullable: true,
    description: "Who was before; null where the directory no longer carries its code.",
  })
  predecessor!: Organisation | null;

  @Public(() => Organisation, {
    nullable: true,
    description: "Who came after; null where the directory does not carry its code.",
  })
  successor!: Organisation | null;

  @Public(() => DateScalar, { description: "First day of the successor in that place." })
  on!: string;
}

@PlainType("Organisation", {
  description: "A body of the directory: of the health service, of education, or a regulator.",
  directives: ['@key(fields: "code")'],
})
export class Organisation {
  @Public(() => ID, {
    description: "ODS code, the UKPRN of an education provider, or the initials of a regulator or ombudsman.",
  })
  code!: string;

  @Public(() => String, { description: "Its name." })
  name!: string;

  @Public(() => OrganisationKind, { description: "What kind of body it is." })
  kind!: OrganisationKind;

  @Public(() => OrganisationStatus, { description: "Whether it operates today." })
  status!: OrganisationStatus;

  @Public(() => DateScalar, { nullable: true, description: "Its first day; null where it is not known." })
  openedOn!: string | null;

  @Public(() => DateScalar, { nullable: true, description: "Its last day; null while it is open." })
  closedOn!: string | null;

  @Public(() => Organisation, { nullable: true, description: "NHS England region in which it lies." })
  region!: Organisation | null;

  @Public(() => Organisation, {
    nullable: true,
    description: "Integrated care board of its area; null for a code that the directory does not carry.",
  })
  icb!: Organisation | null;

  @Public(() => Organisation, { nullable: true, description: "The organisation of which it is a part." })
  parent!: Organisation | null;

  @Public(() => [Organisation], { description: "Its sites, open and closed, by name." })
  sites!: Organisation[];

  @Public(() => [Succession], { description: "Whose place it took, oldest first." })
  predecessors!: Succession[];

  @Public(() => [Succession], { description: "Who took its place, oldest first. A split has several." })
  successors!: Succession[];

  @Public(() => String, { nullable: true, description: "Its postcode." })
  postcode!: string | null;

  @Public(() => String, { nullable: true, description: "UK provider reference number, eight digits." })
  ukprn!: string | null;

  @Public(() => [ProfessionScalar], {
    description: "Professions that it regulates; empty for other bodies, and for a regulator of settings.",
  })
  remit!: string[];

  @Public(() => Boolean, {
    description: "Whether its remit is every setting, whatever the profession, as for the Care Quality Commission.",
  })
  everySetting!: boolean;

  @Public(() => QualityTeam, { nullable: true, description: "Its education quality team; null where it has none." })
  qualityTeam!: QualityTeam | null;

  @Public(() => ProtocolSignature, {
    nullable: true,
    description:
      "Its signature of the Emerging Concerns Protocol; null for a body that never signed. NHS England nationally and its regions take part without one.",
  })
  protocolSignature!: ProtocolSignature | null;
}
