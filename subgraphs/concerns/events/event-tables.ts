/** The tables of events and messages as commands write them. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Compartment } from "../../../authorisation/data-class.js";
import type { Role } from "../../../authorisation/caller.js";
import type { MessageKind, MessageLink } from "../inbox/notification-rules.js";
import type { EventKind } from "./event-rules.js";

const schema = "concerns";

@Entity({ name: "concern_event", schema })
export class ConcernEventRow {
  @PrimaryColumn("uuid") id!: string;
  @Column("bigint") concern!: string;
  @Column("integer") sequence!: number;
  @Column("text") kind!: EventKind;
  @Column("text") compartment!: Compartment;
  @Column("date", { name: "happened_on" }) happenedOn!: string;
  @Column("text", { name: "by_organisation", nullable: true }) byOrganisation!: string | null;
  @Column("text", { name: "by_role", nullable: true }) byRole!: Role | null;
  @Column("uuid", { nullable: true }) record!: string | null;
  @Column("text", { array: true, nullable: true }) audience!: string[] | null;
  @Column("text", { nullable: true }) otherwise!: Compartment | null;
}

@Entity({ name: "message", schema })
export class MessageRow {
  @PrimaryColumn("uuid") id!: string;
  @Column("text") organisation!: string;
  @Column("text") role!: Role;
  @Column("text") kind!: MessageKind;
  @Column("text", { nullable: true }) reference!: string | null;
  @Column("text", { name: "link_type" }) linkType!: MessageLink["type"];
  @Column("uuid", { name: "link_id" }) linkId!: string;
  @Column("date", { name: "told_on" }) toldOn!: string;
  @Column("date", { name: "read_on", nullable: true }) readOn!: string | null;
}
