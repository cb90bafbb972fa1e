/** The tables of review panels as commands write them. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Relation } from "../../../authorisation/relation.js";
import type { PersonalDataShared } from "./panel-decision.js";
import type { Disclosure, InvitationState, PanelActionStatus, PanelState } from "./review-panel.js";

const schema = "concerns";

@Entity({ name: "review_panel", schema })
export class ReviewPanelRow {
  @PrimaryColumn("uuid") id!: string;
  @Column("text") state!: PanelState;
  @Column("integer") version!: number;
  @Column("text") convenor!: string;
  @Column("date", { name: "convened_on" }) convenedOn!: string;
  @Column("text", { name: "convened_by_role" }) convenedByRole!: string;
  @Column("text") reason!: string;
  @Column("text") purpose!: string;
  @Column("text") mode!: string;
  @Column("date", { name: "meets_on" }) meetsOn!: string;
  @Column("text", { array: true }) providers!: string[];
  @Column("text", { array: true }) regions!: string[];
  @Column("text", { array: true }) professions!: string[];
  @Column("date", { name: "held_on", nullable: true }) heldOn!: string | null;
  @Column("text", { array: true, nullable: true }) attended!: string[] | null;
  @Column("text", { name: "at_risk", array: true, nullable: true }) atRisk!: string[] | null;
  @Column("text", { nullable: true }) urgency!: string | null;
  @Column("text", { array: true, nullable: true }) outcomes!: string[] | null;
  @Column("text", { nullable: true }) rationale!: string | null;
  @Column("jsonb", { name: "personal_data", nullable: true }) personalData!: PersonalDataShared | null;
  @Column("date", { name: "review_on", nullable: true }) reviewOn!: string | null;
  @Column("date", { name: "decided_on", nullable: true }) decidedOn!: string | null;
  @Column("text", { name: "decided_by_role", nullable: true }) decidedByRole!: string | null;
  @Column("jsonb", { nullable: true }) disclosure!: Disclosure | null;
  @Column("date", { name: "closed_on", nullable: true }) closedOn!: string | null;
}

@Entity({ name: "panel_concern", schema })
export class PanelConcernRow {
  @PrimaryColumn("uuid") id!: string;
  @Column("uuid") panel!: string;
  @Column("bigint") concern!: string;
  @Column("boolean") leads!: boolean;
}

@Entity({ name: "panel_invitation", schema })
export class PanelInvitationRow {
  @PrimaryColumn("uuid") id!: string;
  @Column("uuid") panel!: string;
  @Column("text") organisation!: string;
  @Column("text") state!: InvitationState;
  @Column("date", { name: "invited_on" }) invitedOn!: string;
  @Column("date", { name: "answered_on", nullable: true }) answeredOn!: string | null;
  @Column("text", { nullable: true }) reason!: string | null;
}

@Entity({ name: "panel_contribution", schema })
export class PanelContributionRow {
  @PrimaryColumn("uuid") id!: string;
  @Column("uuid") panel!: string;
  @Column("text") owner!: string;
  @Column("text") text!: string;
  @Column("date", { name: "contributed_on" }) contributedOn!: string;
  @Column("text", { name: "by_role" }) byRole!: string;
  @Column("integer") sequence!: number;
}

@Entity({ name: "panel_dissent", schema })
export class PanelDissentRow {
  @PrimaryColumn("uuid") id!: string;
  @Column("uuid") panel!: string;
  @Column("text") organisation!: string;
  @Column("text") text!: string;
  @Column("date", { name: "recorded_on" }) recordedOn!: string;
  @Column("integer") sequence!: number;
}

@Entity({ name: "panel_action", schema })
export class PanelActionRow {
  @PrimaryColumn("uuid") id!: string;
  @Column("uuid") panel!: string;
  @Column("text") owner!: string;
  @Column("text") text!: string;
  @Column("date", { name: "due_on" }) dueOn!: string;
  @Column("text") status!: PanelActionStatus;
  @Column("date", { name: "ended_on", nullable: true }) endedOn!: string | null;
  @Column("text", { nullable: true }) note!: string | null;
}

@Entity({ name: "panel_access", schema })
export class PanelAccessRow {
  @PrimaryColumn("text") organisation!: string;
  @PrimaryColumn("uuid") panel!: string;
  @Column("text", { array: true }) relations!: Relation[];
}
