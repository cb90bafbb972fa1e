/** The table of the provider's action plan as commands write it. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { ActionOwner, PlannedActionStatus } from "./action-plan-codes.js";

@Entity({ name: "planned_action", schema: "concerns" })
export class PlannedActionRow {
  @PrimaryColumn("uuid") id!: string;
  @Column("bigint") concern!: string;
  @Column("text") text!: string;
  @Column("text", { nullable: true }) detail!: string | null;
  @Column("text") owner!: `${ActionOwner}`;
  @Column("uuid", { nullable: true }) requirement!: string | null;
  @Column("date", { name: "planned_on" }) plannedOn!: string;
  @Column("date", { name: "due_on" }) dueOn!: string;
  @Column("text") status!: `${PlannedActionStatus}`;
  @Column("date", { name: "completed_on", nullable: true }) completedOn!: string | null;
  @Column("date", { name: "dropped_on", nullable: true }) droppedOn!: string | null;
  @Column("text", { nullable: true }) outcome!: string | null;
}
