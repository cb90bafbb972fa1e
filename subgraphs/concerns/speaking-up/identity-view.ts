/**
 * The only way of the reading role to a sealed identity: the sealed bytes, where the person who asks may have them, and
 * the reveal under which they may. Who spoke up has no record in the graph, so this is a view and no type.
 */
import { openReveal } from "../../../database/held-by-a-person.js";
import type { MaskedView } from "../../../database/masked-view.js";

export const reporterIdentityView: MaskedView = {
  name: "concerns.visible_reporter_identity",
  table: "concerns.reporter_identity",
  concernKey: "concern",
  columns: [
    { name: "key_id", compartment: "IDENTITY", expression: "r.key_id" },
    { name: "sealed", compartment: "IDENTITY", expression: "r.sealed" },
    { name: "reveal", compartment: "IDENTITY", expression: openReveal },
  ],
};
