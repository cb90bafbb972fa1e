/** What changed for a caller since they last asked, as the graph tells it. */
import { ID } from "type-graphql";
import { standingKey, type Standing, type StandingRecord } from "../../../authorisation/standing.js";
import { Carrier, Classified, PlainType, RecordType } from "../../annotations.js";
import { describedEnum } from "../../described-enum.js";
import { DateScalar } from "../../scalars.js";
import { Concern } from "../concern.js";

export enum ChangeKind {
  CHANGED = "CHANGED",
  GONE = "GONE",
}

describedEnum(ChangeKind, "ChangeKind", "What a change of a concern comes to.", {
  CHANGED: "It is new to you, or something of it that you may read is not as it was.",
  GONE: "You may not know of it any longer: delete what you hold of it.",
});

@RecordType("ConcernChange", { description: "That a concern changed, or that you may not know of it any longer." })
export class ConcernChange implements StandingRecord {
  readonly [standingKey]!: Standing;

  @Classified(() => ID, "OPERATIONAL:headline", { description: "Id of the concern." })
  id!: string;

  @Classified(() => ChangeKind, "OPERATIONAL:headline", { description: "What has to be done about it." })
  kind!: ChangeKind;

  @Classified(() => DateScalar, "OPERATIONAL:headline", { description: "The day from which it is so." })
  on!: string;

  @Carrier(() => Concern, { nullable: true, description: "The concern as it is now; null where it is gone." })
  concern!: Concern | null;
}

@PlainType("ConcernChanges", { description: "What changed since a cursor, of what you may see." })
export class ConcernChanges {
  @Carrier(() => [ConcernChange], { description: "In the order in which they came to be; each concern as it is now." })
  changes!: readonly ConcernChange[];

  @Carrier(() => String, { description: "Keep it, and give it as `since` when you ask again. It does not run out." })
  cursor!: string;

  @Carrier(() => Boolean, { description: "Whether there is more already: ask again at once." })
  hasMore!: boolean;
}
