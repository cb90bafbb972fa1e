/**
 * Notes of NHS England's team to itself. The graph shows their texts on the concern, so this record has a view and
 * no type of its own.
 */
import type { MaskedView } from "../../database/masked-view.js";

export const internalNoteView: MaskedView = {
  name: "concerns.visible_internal_note",
  table: "concerns.internal_note",
  concernKey: "concern",
  history: "APPENDED",
  columns: [
    { name: "text", compartment: "MANAGEMENT:internal", expression: "r.text" },
    { name: "sequence", compartment: "MANAGEMENT:internal", expression: "r.sequence" },
  ],
};
