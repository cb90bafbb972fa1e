/** The table of mergers as commands write it. */
import { Column, Entity, PrimaryColumn } from "typeorm";

const schema = "concerns";

@Entity({ name: "concern_merger", schema })
export class ConcernMergerRow {
  @PrimaryColumn("uuid") id!: string;
  @Column("bigint") duplicate!: string;
  @Column("bigint") survivor!: string;
  @Column("text") reason!: string;
  @Column("date", { name: "merged_on" }) mergedOn!: string;
  @Column("text", { name: "by_organisation" }) byOrganisation!: string;
  @Column("text", { name: "by_role" }) byRole!: string;
}
