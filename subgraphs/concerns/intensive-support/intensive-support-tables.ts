/** The table of sign-offs as commands write it. */
import { Column, Entity, PrimaryColumn } from "typeorm";

@Entity({ name: "category_sign_off", schema: "concerns" })
export class CategorySignOffRow {
  @PrimaryColumn("uuid") id!: string;
  @Column("bigint") concern!: string;
  /** How many steps the category had taken when it was signed off. */
  @Column("integer") step!: number;
  @Column("text", { name: "from_category" }) fromCategory!: string;
  @Column("text", { name: "to_category" }) toCategory!: string;
  @Column("text") reason!: string;
  @Column("date", { name: "signed_on" }) signedOn!: string;
  @Column("text", { name: "by_role" }) byRole!: string;
  @Column("text", { name: "by_organisation" }) byOrganisation!: string;
}
