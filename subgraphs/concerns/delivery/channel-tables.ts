/** The table of message channels as commands write it. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Role } from "../../../authorisation/caller.js";
import type { ChannelKind } from "./channel-rules.js";

@Entity({ name: "message_channel", schema: "concerns" })
export class MessageChannelRow {
  @PrimaryColumn("uuid") id!: string;
  @Column("text") organisation!: string;
  @Column("text") role!: Role;
  @Column("text") kind!: ChannelKind;
  @Column("text") address!: string;
  @Column("text", { name: "key_id", nullable: true }) keyId!: string | null;
  @Column("bytea", { nullable: true }) secret!: Buffer | null;
  @Column("date", { name: "added_on" }) addedOn!: string;
}
