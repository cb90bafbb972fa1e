/** The table of reviews as commands write it. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { ReviewState } from "./review-rules.js";

@Entity({ name: "review", schema: "concerns" })
export class ReviewRow {
  @PrimaryColumn("uuid") id!: string;
  @Column("bigint") concern!: string;
  @Column("text") type!: string;
  @Column("text") state!: ReviewState;
  @Column("text") organisation!: string;
  @Column("date", { name: "scheduled_for" }) scheduledFor!: string;
  @Column("date", { name: "held_on", nullable: true }) heldOn!: string | null;
  @Column("text", { array: true, nullable: true }) panel!: string[] | null;
  @Column("text", { array: true, nullable: true }) met!: string[] | null;
  @Column("text", { array: true, nullable: true }) evidence!: string[] | null;
  @Column("text", { nullable: true }) findings!: string | null;
  @Column("text", { name: "good_practice", nullable: true }) goodPractice!: string | null;
  @Column("date", { name: "next_meeting_on", nullable: true }) nextMeetingOn!: string | null;
  @Column("date", { name: "final_report_on", nullable: true }) finalReportOn!: string | null;
  @Column("text", { nullable: true }) summary!: string | null;
  @Column("date", { name: "published_on", nullable: true }) publishedOn!: string | null;
  @Column("text", { name: "cancel_reason", nullable: true }) cancelReason!: string | null;
}
