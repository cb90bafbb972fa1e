/** An event in the story of a concern, for whoever reads what it is told with. Its number in the story is not told. */
import { ID } from "type-graphql";
import { existence } from "../../../authorisation/data-class.js";
import type { Role } from "../../../authorisation/caller.js";
import { acting } from "../../../database/view-settings.js";
import { Carrier, Classified, PlainType, RecordType } from "../../annotations.js";
import { enumOfWords } from "../../described-enum.js";
import { connectionType } from "../../connection.js";
import { DateScalar } from "../../scalars.js";
import { Organisation } from "../federated-stubs.js";
import type { EventKind, EventRecordType } from "./event-rules.js";
import { eventWords } from "./event-words.js";

const eventKinds = enumOfWords("EventKind", "What can happen on a concern.", eventWords);

@PlainType("EventRecord", { description: "What an event is about, where that is a record of its own." })
export class EventRecord {
  @Carrier(() => String, { description: "Its type, such as `Requirement`." })
  type!: EventRecordType;

  @Carrier(() => ID, { description: "Its id: the record stands under it in the lists of the concern." })
  id!: string;
}

@RecordType("TimelineEntry", {
  description: "Something that happened on a concern.",
  source: {
    view: "concerns.visible_concern_event",
    table: "concerns.concern_event",
    concernKey: "concern",
    history: "APPENDED",
    rowsSayWho: { where: `r.audience is null or ${acting} = any(r.audience)`, otherwise: "r.otherwise" },
    // What a body holds of its own is told to the bodies that the event names.
    audience: `${acting} = any(r.audience)`,
    filters: { sequence: { compartment: existence, sql: "r.sequence" } },
  },
})
export class TimelineEntry {
  @Classified(() => eventKinds, "OPERATIONAL:headline", { description: "What happened.", column: {} })
  kind!: EventKind;

  @Classified(() => DateScalar, "OPERATIONAL:headline", {
    description: "The day on which it happened.",
    column: { sql: "r.happened_on" },
  })
  on!: string;

  @Classified(() => Organisation, "OPERATIONAL", {
    description: "The organisation that did it.",
    column: { sql: "r.by_organisation", refersBy: "code" },
  })
  organisation!: Organisation | null;

  @Classified(() => String, "OPERATIONAL", {
    description: "Role of the person who did it; of a report nothing more is told than which organisation made it.",
    column: { sql: "case when r.kind <> 'REPORTED' then r.by_role end" },
  })
  role!: Role | null;

  @Classified(() => EventRecord, "OPERATIONAL", {
    description: "What it is about; null where that is the concern itself.",
    column: {},
  })
  record!: EventRecord | null;
}

export const TimelineConnection = connectionType("Timeline", () => TimelineEntry);
