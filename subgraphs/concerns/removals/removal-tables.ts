/** The tables of removals of learners, and of other changes of placements, as commands write them. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Relation } from "../../../authorisation/relation.js";
import type { Condition } from "../requirements/requirement-lifecycle.js";
import type { RemovalState } from "./learner-removal.js";
import type { RemovalExtent, RemovalScope } from "./removal-proposal.js";

const schema = "concerns";

@Entity({ name: "learner_removal", schema })
export class LearnerRemovalRow {
  @PrimaryColumn("uuid") id!: string;
  @Column("bigint") concern!: string;
  @Column("text") state!: RemovalState;
  @Column("text") scope!: RemovalScope;
  @Column("text", { name: "scope_detail", nullable: true }) scopeDetail!: string | null;
  @Column("text") extent!: RemovalExtent;
  @Column("text", { array: true }) reasons!: string[];
  @Column("text", { name: "risk_of_staying" }) riskOfStaying!: string;
  @Column("text", { name: "risk_of_removal" }) riskOfRemoval!: string;
  @Column("text", { name: "local_resolution", nullable: true }) localResolution!: string | null;
  @Column("boolean") urgent!: boolean;
  @Column("text", { name: "return_conditions", nullable: true }) returnConditions!: string | null;
  @Column("date", { name: "starts_on" }) startsOn!: string;
  @Column("date", { name: "proposed_on" }) proposedOn!: string;
  @Column("text", { array: true }) consulted!: Relation[];
  @Column("text", { name: "outcome_reason", nullable: true }) outcomeReason!: string | null;
  @Column("date", { name: "decided_on", nullable: true }) decidedOn!: string | null;
  @Column("date", { name: "in_force_since", nullable: true }) inForceSince!: string | null;
  @Column("date", { name: "next_review_on", nullable: true }) nextReviewOn!: string | null;
  @Column("text", { name: "regulator_view", nullable: true }) regulatorView!: string | null;
  @Column("date", { name: "ended_on", nullable: true }) endedOn!: string | null;
}

@Entity({ name: "removed_learners", schema })
export class RemovedLearnersRow {
  @PrimaryColumn("uuid") id!: string;
  @Column("uuid") removal!: string;
  @Column("bigint") concern!: string;
  @Column("text") profession!: string;
  @Column("text") stage!: string;
  @Column("text", { name: "education_provider", nullable: true }) educationProvider!: string | null;
  @Column("integer") learners!: number;
  @Column("text") band!: string;
}

@Entity({ name: "removal_consultation", schema })
export class RemovalConsultationRow {
  @PrimaryColumn("uuid") id!: string;
  @Column("uuid") removal!: string;
  @Column("bigint") concern!: string;
  @Column("text") consultee!: string;
  @Column("boolean", { name: "not_applicable" }) notApplicable!: boolean;
  @Column("text", { nullable: true }) answer!: string | null;
  @Column("date", { name: "heard_on" }) heardOn!: string;
  @Column("integer") sequence!: number;
}

@Entity({ name: "removal_consent", schema })
export class RemovalConsentRow {
  @PrimaryColumn("uuid") id!: string;
  @Column("uuid") removal!: string;
  @Column("bigint") concern!: string;
  @Column("text") subject!: "REMOVAL" | "RETURN";
  @Column("text") decider!: string;
  @Column("text", { nullable: true }) organisation!: string | null;
  @Column("text", { name: "by_organisation" }) byOrganisation!: string;
  @Column("text", { name: "by_role" }) byRole!: string;
  @Column("date", { name: "given_on" }) givenOn!: string;
  @Column("date", { name: "lapsed_on", nullable: true }) lapsedOn!: string | null;
  @Column("integer") sequence!: number;
}

@Entity({ name: "removal_notice", schema })
export class RemovalNoticeRow {
  @PrimaryColumn("uuid") id!: string;
  @Column("uuid") removal!: string;
  @Column("bigint") concern!: string;
  @Column("text") told!: string;
  @Column("boolean", { name: "not_applicable" }) notApplicable!: boolean;
  @Column("timestamptz", { name: "told_at" }) toldAt!: Date;
  @Column("integer") sequence!: number;
}

@Entity({ name: "relocation", schema })
export class RelocationRow {
  @PrimaryColumn("uuid") id!: string;
  @Column("uuid") removal!: string;
  @Column("bigint") concern!: string;
  @Column("text", { name: "education_provider", nullable: true }) educationProvider!: string | null;
  @Column("text") place!: string;
  @Column("integer") places!: number;
  @Column("text") plan!: string;
  @Column("boolean", { name: "pay_protected" }) payProtected!: boolean;
  @Column("boolean", { name: "progression_protected" }) progressionProtected!: boolean;
  @Column("date", { name: "recorded_on" }) recordedOn!: string;
}

@Entity({ name: "removal_review", schema })
export class RemovalReviewRow {
  @PrimaryColumn("uuid") id!: string;
  @Column("uuid") removal!: string;
  @Column("bigint") concern!: string;
  @Column("text") outcome!: string;
  @Column("boolean", { name: "on_the_spot" }) onTheSpot!: boolean;
  @Column("text") findings!: string;
  @Column("date", { name: "reviewed_on" }) reviewedOn!: string;
  @Column("integer") sequence!: number;
}

@Entity({ name: "return_phase", schema })
export class ReturnPhaseRow {
  @PrimaryColumn("uuid") id!: string;
  @Column("uuid") removal!: string;
  @Column("bigint") concern!: string;
  @Column("integer") sequence!: number;
  @Column("date", { name: "starts_on" }) startsOn!: string;
  @Column("jsonb") conditions!: Condition[];
  @Column("date", { name: "completed_on", nullable: true }) completedOn!: string | null;
  @Column("date", { name: "halted_on", nullable: true }) haltedOn!: string | null;
}

@Entity({ name: "placement_change", schema })
export class PlacementChangeRow {
  @PrimaryColumn("uuid") id!: string;
  @Column("bigint") concern!: string;
  @Column("text") kind!: string;
  @Column("date", { name: "starts_on" }) startsOn!: string;
  @Column("text") explanation!: string;
  @Column("date", { name: "recorded_on" }) recordedOn!: string;
}
