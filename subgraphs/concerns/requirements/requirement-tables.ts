/** The table of conditions as commands write it. */
import { Column, Entity, PrimaryColumn } from "typeorm";

@Entity({ name: "requirement_condition", schema: "concerns" })
export class RequirementConditionRow {
  @PrimaryColumn("uuid") id!: string;
  @Column("uuid") requirement!: string;
  @Column("bigint") concern!: string;
  @Column("integer") sequence!: number;
  @Column("text") text!: string;
  @Column("text") owner!: string;
  @Column("date", { name: "set_on" }) setOn!: string;
  @Column("date", { name: "due_on" }) dueOn!: string;
  @Column("date", { name: "met_on", nullable: true }) metOn!: string | null;
  @Column("text", { name: "met_by", nullable: true }) metBy!: string | null;
  @Column("text", { nullable: true }) statement!: string | null;
}
