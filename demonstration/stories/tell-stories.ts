/** What has happened lately on the concerns of the showcase, so that each persona has something of each kind to look at. */
import { aPlanWithEvidence } from "./a-plan-with-evidence.js";
import { aReviewPanel } from "./a-review-panel.js";
import { learnersRemoved } from "./learners-removed.js";
import type { Narrator, Story } from "./narrator.js";
import { speakingUp } from "./speaking-up.js";
import { whatIsShared } from "./what-is-shared.js";

const stories: readonly Story[] = [aPlanWithEvidence, speakingUp, aReviewPanel, whatIsShared, learnersRemoved];

export async function tellStories(narrator: Narrator): Promise<void> {
  for (const story of stories) await story(narrator);
}
