/** Every table that commands of this subgraph write. */
import * as actionPlan from "./action-plan/action-plan-tables.js";
import * as concern from "./concern-tables.js";
import * as events from "./events/event-tables.js";
import * as inbox from "./inbox/inbox-tables.js";

export const concernsTables = [
  ...Object.values(concern),
  ...Object.values(events),
  ...Object.values(actionPlan),
  ...Object.values(inbox),
];
