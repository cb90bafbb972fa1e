/** The tables of what bodies hold of their own on a concern, as commands write them. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Role } from "../../../authorisation/caller.js";

const schema = "concerns";

@Entity({ name: "contribution", schema })
export class ContributionRow {
  @PrimaryColumn("uuid") id!: string;
  @Column("bigint") concern!: string;
  @Column("text") owner!: string;
  @Column("text") text!: string;
  @Column("date", { name: "received_on" }) receivedOn!: string;
  @Column("text", { array: true, name: "shared_with" }) sharedWith!: string[];
  @Column("date", { name: "contributed_on" }) contributedOn!: string;
  @Column("text", { name: "by_role" }) byRole!: Role;
}
