/** Every table that commands of this subgraph write. */
import * as actionPlan from "./action-plan/action-plan-tables.js";
import * as breakGlass from "./break-glass/break-glass-tables.js";
import * as concern from "./concern-tables.js";
import * as delivery from "./delivery/channel-tables.js";
import * as events from "./events/event-tables.js";
import * as evidence from "./evidence/evidence-tables.js";
import * as inbox from "./inbox/inbox-tables.js";
import * as intelligence from "./intelligence/intelligence-tables.js";
import * as support from "./intensive-support/intensive-support-tables.js";
import * as merging from "./merging/merging-tables.js";
import * as panels from "./panels/panel-tables.js";
import * as regulatorCases from "./regulator-cases/regulator-case-tables.js";
import * as removals from "./removals/removal-tables.js";
import * as requirements from "./requirements/requirement-tables.js";
import * as reviews from "./reviews/review-tables.js";
import * as speakingUp from "./speaking-up/speaking-up-tables.js";

export const concernsTables = [
  ...Object.values(actionPlan),
  ...Object.values(breakGlass),
  ...Object.values(concern),
  ...Object.values(delivery),
  ...Object.values(events),
  ...Object.values(evidence),
  ...Object.values(inbox),
  ...Object.values(intelligence),
  ...Object.values(support),
  ...Object.values(merging),
  ...Object.values(panels),
  ...Object.values(regulatorCases),
  ...Object.values(removals),
  ...Object.values(requirements),
  ...Object.values(reviews),
  ...Object.values(speakingUp),
];
