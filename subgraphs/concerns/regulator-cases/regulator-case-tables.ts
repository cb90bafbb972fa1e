/** The table of regulators' own cases as commands write it. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Role } from "../../../authorisation/caller.js";
import type { CaseStatus } from "./regulator-case-rules.js";

@Entity({ name: "regulator_case", schema: "concerns" })
export class RegulatorCaseRow {
  @PrimaryColumn("uuid") id!: string;
  @Column("bigint") concern!: string;
  @Column("text") owner!: string;
  @Column("text") kind!: string;
  @Column("text", { nullable: true }) reference!: string | null;
  @Column("date", { name: "opened_on" }) openedOn!: string;
  @Column("date", { name: "closed_on", nullable: true }) closedOn!: string | null;
  @Column("text") status!: CaseStatus;
  @Column("boolean", { name: "published_by_regulator" }) publishedByRegulator!: boolean;
  @Column("text", { nullable: true }) note!: string | null;
  @Column("text", { array: true, name: "shared_with" }) sharedWith!: string[];
  @Column("date", { name: "recorded_on" }) recordedOn!: string;
  @Column("text", { name: "by_role" }) byRole!: Role;
}
