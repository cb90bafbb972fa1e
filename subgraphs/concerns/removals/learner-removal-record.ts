/** A removal of learners, as those see it who may know of it: see removal-rows.ts. */
import { ID } from "type-graphql";
import { today } from "../../../database/view-settings.js";
import { Classified, RecordType } from "../../annotations.js";
import { DateScalar } from "../../scalars.js";
import type { RemovalState } from "./learner-removal.js";
import { RemovalExtentCode, RemovalScopeCode, RemovalStateCode } from "./removal-codes.js";
import { removalRows } from "./removal-rows.js";

@RecordType("LearnerRemoval", {
  description: "A removal of learners from placements because of a serious concern, from its proposal to their return.",
  source: {
    view: "concerns.visible_learner_removal",
    table: "concerns.learner_removal",
    concernKey: "concern",
    history: "VERSIONED",
    rows: removalRows,
  },
})
export class LearnerRemoval {
  @Classified(() => ID, "OPERATIONAL:headline", { description: "Random identifier.", column: {} })
  id!: string;

  @Classified(() => RemovalStateCode, "OPERATIONAL", { description: "Where it stands.", column: {} })
  state!: RemovalState | null;

  @Classified(() => RemovalScopeCode, "OPERATIONAL", { description: "Which learners it is about.", column: {} })
  scope!: RemovalScopeCode | null;

  @Classified(() => String, "OPERATIONAL", {
    description: "The profession, programme, specialty, site or stage; null for all learners.",
    column: {},
  })
  scopeDetail!: string | null;

  @Classified(() => RemovalExtentCode, "OPERATIONAL", { description: "Whether all of them are removed.", column: {} })
  extent!: RemovalExtentCode | null;

  @Classified(() => Boolean, "OPERATIONAL", { description: "Whether safety did not allow to wait.", column: {} })
  urgent!: boolean | null;

  @Classified(() => DateScalar, "OPERATIONAL", { description: "Day from which it is planned.", column: {} })
  startsOn!: string | null;

  @Classified(() => DateScalar, "OPERATIONAL", {
    description: "When the last authority consented; null while it is undecided.",
    column: {},
  })
  decidedOn!: string | null;

  @Classified(() => DateScalar, "OPERATIONAL", { description: "Since when the learners are removed.", column: {} })
  inForceSince!: string | null;

  @Classified(() => DateScalar, "OPERATIONAL", { description: "When it has to be reviewed next.", column: {} })
  nextReviewOn!: string | null;

  @Classified(() => Boolean, "OPERATIONAL", {
    description: "Whether its review is overdue.",
    column: { sql: `coalesce(r.next_review_on < ${today} and r.ended_on is null, false)` },
  })
  reviewOverdue!: boolean | null;

  @Classified(() => DateScalar, "OPERATIONAL", { description: "When the last learners were back.", column: {} })
  endedOn!: string | null;

  @Classified(() => [String], "NARRATIVE:released", {
    description: "Codes of the reasons for it, such as `SUPERVISION`.",
    column: {},
  })
  reasons!: string[] | null;

  @Classified(() => String, "NARRATIVE:released", {
    description: "The risk if learners stay, to them and to patients.",
    column: {},
  })
  riskOfStaying!: string | null;

  @Classified(() => String, "NARRATIVE:released", {
    description: "The risk if they go: to the service, to patients, to their progress.",
    column: {},
  })
  riskOfRemoval!: string | null;

  @Classified(() => DateScalar, "MANAGEMENT:summary", { description: "When it was proposed.", column: {} })
  proposedOn!: string | null;

  @Classified(() => String, "MANAGEMENT:summary", { description: "What was tried locally before.", column: {} })
  localResolution!: string | null;

  @Classified(() => String, "MANAGEMENT:summary", {
    description: "What has to be so before learners can return.",
    column: {},
  })
  returnConditions!: string | null;

  @Classified(() => String, "MANAGEMENT:internal", {
    description: "Why it was declined or withdrawn.",
    column: {},
  })
  outcomeReason!: string | null;

  @Classified(() => String, "MANAGEMENT:internal", {
    description: "What the regulator said to the return.",
    column: {},
  })
  regulatorView!: string | null;
}
