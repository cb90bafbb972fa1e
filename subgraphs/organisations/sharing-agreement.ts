/**
 * Sharing agreements in the graph: what one opens, to whom, for which purposes and about what, and what its parties
 * did. Its parties see it, and so does NHS England nationally; for anybody else there is no such agreement.
 */
import { ID, Int } from "type-graphql";
import { Carrier, Classified, RecordType } from "../annotations.js";
import { ProfessionScalar } from "../code-scalar.js";
import { describedEnum } from "../described-enum.js";
import { DateScalar, DateTimeScalar } from "../scalars.js";
import { Purpose, Role } from "./caller-codes.js";
import { Organisation } from "./organisation.js";

export enum AgreementState {
  DRAFT = "DRAFT",
  SIGNED = "SIGNED",
  ACTIVE = "ACTIVE",
  SUSPENDED = "SUSPENDED",
  EXPIRED = "EXPIRED",
  TERMINATED = "TERMINATED",
}
describedEnum(
  AgreementState,
  "AgreementState",
  "Where a sharing agreement stands. It opens something while it is ACTIVE, and at no other time.",
  {
    DRAFT: "Proposed; signatures are missing.",
    SIGNED: "Signed by everybody; its time has not come.",
    ACTIVE: "In force.",
    SUSPENDED: "A party has suspended it and not lifted that.",
    EXPIRED: "Its time is over.",
    TERMINATED: "A party has ended it.",
  },
);

export enum AgreementEventKind {
  SIGNED = "SIGNED",
  SUSPENDED = "SUSPENDED",
  RESUMED = "RESUMED",
  TERMINATED = "TERMINATED",
}
describedEnum(AgreementEventKind, "AgreementEventKind", "What a party did with a sharing agreement.", {
  SIGNED: "One of its roles signed.",
  SUSPENDED: "It opens nothing until that party resumes it.",
  RESUMED: "The party lifted its suspension.",
  TERMINATED: "The party ended it, for good.",
});

@RecordType("AgreementParty", { description: "A party to a sharing agreement, and who signs for it." })
export class AgreementParty {
  @Classified(() => Organisation, "OPERATIONAL:agreement", { description: "The party." })
  organisation!: Organisation | null;

  @Classified(() => [Role], "OPERATIONAL:agreement", { description: "Roles that have to sign: all of them." })
  signingRoles!: Role[] | null;

  @Classified(() => [Role], "OPERATIONAL:agreement", { description: "Roles that have not signed yet." })
  outstanding!: Role[] | null;
}

@RecordType("AgreementEvent", { description: "A signature, a suspension or its end, or the end of an agreement." })
export class AgreementEvent {
  @Classified(() => AgreementEventKind, "OPERATIONAL:agreement", { description: "What was done." })
  kind!: AgreementEventKind | null;

  @Classified(() => Organisation, "OPERATIONAL:agreement", { description: "The party that did it." })
  organisation!: Organisation | null;

  @Classified(() => Role, "OPERATIONAL:agreement", { description: "Role of the person who did it." })
  role!: Role | null;

  @Classified(() => DateScalar, "OPERATIONAL:agreement", { description: "On which day." })
  on!: string | null;

  @Classified(() => String, "OPERATIONAL:agreement", { description: "Why; null for a signature." })
  reason!: string | null;
}

@RecordType("SharingAgreement", {
  description: "An agreement under which a body reads classes of information that its remit alone does not open.",
})
export class SharingAgreement {
  @Carrier(() => ID, { description: "Random identifier." })
  id!: string;

  @Classified(() => String, "OPERATIONAL:agreement", { description: "What it is about, in a line." })
  title!: string | null;

  @Classified(() => AgreementState, "OPERATIONAL:agreement", { description: "Where it stands at this moment." })
  state!: AgreementState | null;

  @Classified(() => Organisation, "OPERATIONAL:agreement", { description: "The body to which it opens something." })
  receiver!: Organisation | null;

  @Classified(() => Organisation, "OPERATIONAL:agreement", { description: "The party that proposed it." })
  proposedBy!: Organisation | null;

  @Classified(() => DateScalar, "OPERATIONAL:agreement", { description: "When it was proposed." })
  proposedOn!: string | null;

  @Classified(() => [AgreementParty], "OPERATIONAL:agreement", { description: "Its parties, by code." })
  parties!: AgreementParty[] | null;

  @Classified(() => [String], "OPERATIONAL:agreement", { description: "Data classes that it opens." })
  dataClasses!: string[] | null;

  @Classified(() => [Purpose], "OPERATIONAL:agreement", {
    description: "Purposes of use for which it opens them; a request that declares another is not covered.",
  })
  purposes!: Purpose[] | null;

  @Classified(() => [ProfessionScalar], "OPERATIONAL:agreement", {
    description: "Professions in scope; a concern is covered that names one of them. Empty: every profession.",
  })
  professions!: string[] | null;

  @Classified(() => [Organisation], "OPERATIONAL:agreement", { description: "Regions in scope. Empty: every region." })
  regions!: Organisation[] | null;

  @Classified(() => String, "OPERATIONAL:agreement", { description: "Lawful basis of the sharing." })
  lawfulBasis!: string | null;

  @Classified(() => String, "OPERATIONAL:agreement", {
    description: "Reference of the data protection impact assessment.",
  })
  impactAssessment!: string | null;

  @Classified(() => String, "OPERATIONAL:agreement", {
    description: "What the receiver may pass on; null where nothing.",
  })
  onwardSharing!: string | null;

  @Classified(() => DateTimeScalar, "OPERATIONAL:agreement", { description: "The first instant at which it opens." })
  validFrom!: string | null;

  @Classified(() => DateTimeScalar, "OPERATIONAL:agreement", {
    description: "The first instant at which it has ended, by the clock.",
  })
  validUntil!: string | null;

  @Classified(() => Int, "OPERATIONAL:agreement", {
    description: "Counts changes; give it as `expectedVersion` when you act on it.",
  })
  version!: number | null;

  @Classified(() => [AgreementEvent], "OPERATIONAL:agreement", { description: "What its parties did, oldest first." })
  history!: AgreementEvent[] | null;
}
