/** The tables of mergers, and of moves between providers, as commands write them. */
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

@Entity({ name: "provider_period", schema })
export class ProviderPeriodRow {
  @PrimaryColumn("uuid") id!: string;
  @Column("bigint") concern!: string;
  @Column("integer") sequence!: number;
  @Column("text") provider!: string;
  @Column("date", { name: "from_date" }) from!: string;
  @Column("date", { name: "to_date" }) to!: string;
  @Column("text") successor!: string;
  @Column("text", { array: true }) among!: string[];
  @Column("text") reason!: string;
  @Column("uuid") run!: string;
  @Column("text", { name: "by_organisation" }) byOrganisation!: string;
  @Column("text", { name: "by_role" }) byRole!: string;
}
