/** The tables of the concerns subgraph as commands write them. Dates are ISO text; keys are random. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { ConcernStatus } from "./concern-codes.js";
import type { RequirementResponseKind } from "./requirements/requirement-codes.js";
import type { RequirementState } from "./requirements/requirement-lifecycle.js";

const schema = "concerns";

@Entity({ name: "concern", schema })
export class ConcernRow {
  @PrimaryColumn("bigint") key!: string;
  @Column("uuid") id!: string;
  @Column("text") reference!: string;
  @Column("text") title!: string;
  @Column("text") status!: `${ConcernStatus}`;
  @Column("text") category!: string;
  @Column("date", { name: "category_since" }) categorySince!: string;
  @Column("date", { name: "raised_on" }) raisedOn!: string;
  @Column("date", { name: "identified_on", nullable: true }) identifiedOn!: string | null;
  @Column("date", { name: "closed_on", nullable: true }) closedOn!: string | null;
  @Column("date", { name: "changed_on" }) changedOn!: string;
  @Column("integer") version!: number;
  @Column("text") provider!: string;
  @Column("text", { nullable: true }) site!: string | null;
  @Column("text", { name: "education_provider", nullable: true }) educationProvider!: string | null;
  @Column("text", { nullable: true }) region!: string | null;
  @Column("text", { nullable: true }) icb!: string | null;
  @Column("text", { name: "reported_by" }) reportedBy!: string;
  @Column("text", { name: "subject_level" }) subjectLevel!: string;
  @Column("text", { nullable: true }) department!: string | null;
  @Column("text", { nullable: true }) programme!: string | null;
  @Column("text", { array: true }) professions!: string[];
  @Column("text", { array: true }) themes!: string[];
  @Column("text", { array: true }) standards!: string[];
  @Column("text", { name: "source_type" }) sourceType!: string;
  @Column("boolean", { name: "patient_safety_risk" }) patientSafetyRisk!: boolean;
  @Column("boolean", { name: "learner_safety_risk" }) learnerSafetyRisk!: boolean;
  @Column("boolean", { name: "immediate_risk" }) immediateRisk!: boolean;
  @Column("jsonb", { nullable: true }) risk!: object | null;
  @Column("date", { name: "next_review_on", nullable: true }) nextReviewOn!: string | null;
  @Column("text", { nullable: true }) summary!: string | null;
  @Column("text") narrative!: string;
  @Column("integer", { name: "learners_affected", nullable: true }) learnersAffected!: number | null;
  @Column("text", { name: "identity_mode" }) identityMode!: string;
  @Column("text", { name: "outcome_reason", nullable: true }) outcomeReason!: string | null;
}

@Entity({ name: "concern_access", schema })
export class ConcernAccessRow {
  @PrimaryColumn("text") organisation!: string;
  @PrimaryColumn("bigint") concern!: string;
  @Column("text", { array: true }) relations!: string[];
  @Column("text") category!: string;
  @Column("text") provider!: string;
  @Column("date", { name: "raised_order" }) raisedOrder!: string;
  @Column("date", { name: "changed_order" }) changedOrder!: string;
  @Column("date", { name: "review_order" }) reviewOrder!: string;
  @Column("text", { name: "status_key" }) statusKey!: string;
  @Column("text", { name: "reference_key" }) referenceKey!: string;
  @Column("date", { name: "shared_until", nullable: true }) sharedUntil!: string | null;
}

@Entity({ name: "concern_share", schema })
export class ConcernShareRow {
  @PrimaryColumn("uuid") id!: string;
  @Column("bigint") concern!: string;
  @Column("text") organisation!: string;
  @Column("text", { name: "shared_by" }) sharedBy!: string;
  @Column("text", { array: true }) classes!: string[];
  @Column("text", { array: true }) compartments!: string[];
  @Column("text") reason!: string;
  @Column("date", { name: "shared_on" }) sharedOn!: string;
  @Column("date") until!: string;
  @Column("date", { name: "withdrawn_on", nullable: true }) withdrawnOn!: string | null;
}

@Entity({ name: "category_change", schema })
export class CategoryChangeRow {
  @PrimaryColumn("uuid") id!: string;
  @Column("bigint") concern!: string;
  @Column("integer") sequence!: number;
  @Column("text", { name: "from_category", nullable: true }) fromCategory!: string | null;
  @Column("text", { name: "to_category" }) toCategory!: string;
  @Column("date", { name: "changed_on" }) changedOn!: string;
  @Column("text", { name: "by_role" }) byRole!: string;
  @Column("text", { name: "by_organisation" }) byOrganisation!: string;
  @Column("text", { nullable: true }) reason!: string | null;
  @Column("text", { nullable: true }) evidence!: string | null;
}

@Entity({ name: "requirement", schema })
export class RequirementRow {
  @PrimaryColumn("uuid") id!: string;
  @Column("bigint") concern!: string;
  @Column("text") kind!: string;
  @Column("text", { nullable: true }) standard!: string | null;
  @Column("text") text!: string;
  @Column("date", { name: "issued_on" }) issuedOn!: string;
  @Column("date", { name: "due_on" }) dueOn!: string;
  @Column("text") status!: RequirementState;
  @Column("date", { name: "closed_on", nullable: true }) closedOn!: string | null;
  @Column("uuid", { nullable: true }) review!: string | null;
}

@Entity({ name: "requirement_response", schema })
export class RequirementResponseRow {
  @PrimaryColumn("uuid") id!: string;
  @Column("uuid") requirement!: string;
  @Column("bigint") concern!: string;
  @Column("text") kind!: `${RequirementResponseKind}`;
  @Column("text") text!: string;
  @Column("date", { name: "responded_on" }) respondedOn!: string;
  @Column("text", { name: "by_role" }) byRole!: string;
  @Column("integer") sequence!: number;
}

@Entity({ name: "progress_update", schema })
export class ProgressUpdateRow {
  @PrimaryColumn("uuid") id!: string;
  @Column("bigint") concern!: string;
  @Column("text") kind!: string;
  @Column("text") summary!: string;
  @Column("text", { nullable: true }) detail!: string | null;
  @Column("date", { name: "submitted_on" }) submittedOn!: string;
  @Column("text", { name: "by_role" }) byRole!: string;
  @Column("integer") sequence!: number;
}

@Entity({ name: "internal_note", schema })
export class InternalNoteRow {
  @PrimaryColumn("uuid") id!: string;
  @Column("bigint") concern!: string;
  @Column("text") text!: string;
  @Column("date", { name: "added_on" }) addedOn!: string;
  @Column("text", { name: "by_role" }) byRole!: string;
  @Column("integer") sequence!: number;
}

@Entity({ name: "reporter_identity", schema })
export class ReporterIdentityRow {
  @PrimaryColumn("bigint") concern!: string;
  @Column("text", { name: "key_id" }) keyId!: string;
  @Column("bytea") sealed!: Buffer;
}
