/** The tables of reveals and of detriment as commands write them. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Role } from "../../../authorisation/caller.js";

const schema = "concerns";

@Entity({ name: "identity_reveal", schema })
export class IdentityRevealRow {
  @PrimaryColumn("uuid") id!: string;
  @Column("bigint") concern!: string;
  /** Who asked, and is the one reader. */
  @Column("text") issuer!: string;
  @Column("text") subject!: string;
  @Column("text") organisation!: string;
  @Column("text") role!: Role;
  @Column("text") reason!: string;
  @Column("timestamptz", { name: "requested_at" }) requestedAt!: Date;
  /** The first instants at which the request has lapsed, and at which the reader reads no more. */
  @Column("timestamptz", { name: "answer_before" }) answerBefore!: Date;
  @Column("timestamptz", { name: "open_before", nullable: true }) openBefore!: Date | null;
  @Column("timestamptz", { name: "answered_at", nullable: true }) answeredAt!: Date | null;
  @Column("text", { name: "answered_by_issuer", nullable: true }) answeredByIssuer!: string | null;
  @Column("text", { name: "answered_by_subject", nullable: true }) answeredBySubject!: string | null;
  @Column("text", { name: "answered_by_organisation", nullable: true }) answeredByOrganisation!: string | null;
  @Column("text", { name: "answered_by_role", nullable: true }) answeredByRole!: Role | null;
  @Column("text", { name: "answer_reason", nullable: true }) answerReason!: string | null;
  @Column("boolean", { name: "is_approved", nullable: true }) isApproved!: boolean | null;
}

@Entity({ name: "detriment_report", schema })
export class DetrimentReportRow {
  @PrimaryColumn("uuid") id!: string;
  @Column("bigint") concern!: string;
  @Column("text", { array: true }) kinds!: string[];
  @Column("text") text!: string;
  @Column("date", { name: "noticed_on" }) noticedOn!: string;
  @Column("date", { name: "reported_on" }) reportedOn!: string;
  @Column("text", { name: "by_organisation" }) byOrganisation!: string;
  @Column("text", { name: "by_role" }) byRole!: Role;
}
