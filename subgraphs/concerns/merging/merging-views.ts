/**
 * Which concern was merged into which. A merger is a row for those alone who may know of both concerns: neither tells
 * anybody of the other. The record has two views and no type of its own.
 */
import { knowsOf, type MaskedView } from "../../../database/masked-view.js";

const table = "concerns.concern_merger";

/** Seen from the duplicate. */
export const mergedIntoView: MaskedView = {
  name: "concerns.visible_merged_into",
  table,
  concernKey: "duplicate",
  rows: { sql: knowsOf("r.survivor") },
  columns: [
    { name: "survivor", compartment: "OPERATIONAL", expression: "r.survivor" },
    { name: "reason", compartment: "MANAGEMENT:internal", expression: "r.reason" },
  ],
};

/** Seen from the survivor. */
export const mergedFromView: MaskedView = {
  name: "concerns.visible_merged_from",
  table,
  concernKey: "survivor",
  rows: { sql: knowsOf("r.duplicate") },
  columns: [
    { name: "duplicate", compartment: "OPERATIONAL", expression: "r.duplicate" },
    { name: "merged_on", compartment: "OPERATIONAL", expression: "r.merged_on" },
  ],
};
