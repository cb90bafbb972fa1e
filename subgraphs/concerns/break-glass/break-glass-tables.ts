/** The table of concerns that one person holds open in an emergency, as the command writes it. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Role } from "../../../authorisation/caller.js";

@Entity({ name: "emergency_access", schema: "concerns" })
export class EmergencyAccessRow {
  @PrimaryColumn("uuid") id!: string;
  @Column("bigint") concern!: string;
  @Column("text") issuer!: string;
  @Column("text") subject!: string;
  @Column("text") organisation!: string;
  @Column("text") role!: Role;
  @Column("text") reason!: string;
  @Column("timestamptz", { name: "opened_at" }) openedAt!: Date;
  @Column("timestamptz", { name: "closes_at" }) closesAt!: Date;
}
