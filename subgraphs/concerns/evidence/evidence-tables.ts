/** The tables of evidence as commands write them; the content of the files lies outside the database. */
import { Column, Entity, PrimaryColumn } from "typeorm";

const schema = "concerns";

@Entity({ name: "upload", schema })
export class UploadRow {
  /** The name that its content is kept under. */
  @PrimaryColumn("uuid") id!: string;
  /** Who sent it, as a keyed digest: nobody else may attach it. */
  @Column("bytea") sender!: Buffer;
  @Column("text") name!: string;
  @Column("text", { name: "media_type" }) mediaType!: string;
  @Column("integer") size!: number;
  @Column("text") sha256!: string;
}

@Entity({ name: "evidence", schema })
export class EvidenceRow {
  @PrimaryColumn("uuid") id!: string;
  @Column("bigint") concern!: string;
  @Column("uuid", { name: "content_key" }) contentKey!: string;
  @Column("text") name!: string;
  @Column("text", { name: "media_type" }) mediaType!: string;
  @Column("integer") size!: number;
  @Column("text") sha256!: string;
  @Column("text", { nullable: true }) description!: string | null;
  @Column("uuid", { nullable: true }) requirement!: string | null;
  @Column("date", { name: "added_on" }) addedOn!: string;
  @Column("text", { name: "added_by" }) addedBy!: string;
  @Column("date", { name: "released_on", nullable: true }) releasedOn!: string | null;
}
