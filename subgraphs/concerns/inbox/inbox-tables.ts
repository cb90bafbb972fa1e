/** The tables of reminders as the clock writes them. Dates are ISO text. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { MessageKind } from "./notification-rules.js";

@Entity({ name: "reminder", schema: "concerns" })
export class ReminderRow {
  @PrimaryColumn("text") kind!: MessageKind;
  @PrimaryColumn("uuid") record!: string;
  @PrimaryColumn("date") about!: string;
  @Column("date", { name: "reminded_on" }) remindedOn!: string;
}
