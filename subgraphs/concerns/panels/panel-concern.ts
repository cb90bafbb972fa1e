/**
 * Which concerns a panel is about. Whoever attends reads it, and finds on the concern the panels that it attends; the
 * record has a view and no type of its own.
 */
import type { MaskedView } from "../../../database/masked-view.js";

export const panelConcernView: MaskedView = {
  name: "concerns.visible_panel_concern",
  table: "concerns.panel_concern",
  panelKey: "panel",
  columns: [
    { name: "concern", compartment: "DELIBERATION", expression: "r.concern" },
    { name: "leads", compartment: "DELIBERATION", expression: "r.leads" },
  ],
};
