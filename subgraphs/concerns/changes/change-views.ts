/** The views behind the feed of changes, beside that of concerns itself: records that are no type of the graph. */
import { existence } from "../../../authorisation/data-class.js";
import { type MaskedView } from "../../../database/masked-view.js";
import { today } from "../../../database/view-settings.js";

/** What changed of a concern in a compartment that the caller reads on it. */
export const concernChangeView: MaskedView = {
  name: "concerns.visible_concern_change",
  table: "concerns.concern_change",
  concernKey: "concern",
  rowsSayWho: { where: "r.organisation = a.organisation" },
  // A change of what a body holds of its own is noted for those alone whom it lets read it.
  audience: "r.organisation = a.organisation",
  columns: [
    { name: "concern", compartment: existence, expression: "r.concern" },
    { name: "compartment", compartment: existence, expression: "r.compartment" },
    { name: "feed_position", compartment: existence, expression: "r.feed_position" },
    { name: "changed_on", compartment: existence, expression: "r.changed_on" },
  ],
};

/**
 * Concerns that the caller's organisation knew of: those whose access row is gone and not there again, and those whose
 * row rests on a share that has ended by the clock.
 */
export const concernGoneView: MaskedView = {
  name: "concerns.visible_concern_gone",
  access: `(
    select g.organisation, g.concern, g.relations, null::date as shared_until, g.feed_position, g.gone_on, g.share_ended
    from concerns.concern_gone g
    where not exists (select from concerns.concern_access b where b.organisation = g.organisation and b.concern = g.concern)
    union all
    select b.organisation, b.concern, b.relations, null, null, b.shared_until + 1, b.shared_until
    from concerns.concern_access b where b.relations = '{SHARED}' and b.shared_until < ${today})`,
  table: "concerns.concern",
  concernKey: "key",
  columns: [
    { name: "feed_position", compartment: existence, expression: "a.feed_position" },
    { name: "gone_on", compartment: existence, expression: "a.gone_on" },
    { name: "share_ended", compartment: existence, expression: "a.share_ended" },
  ],
};
