/**
 * The person who spoke up, as far as anybody may know. Only the mode they chose is in the row: name, contact and role
 * are sealed elsewhere, and no relation of the policy opens them.
 */
import { Classified, RecordType } from "../../annotations.js";
import { standingKey, type Standing, type StandingRecord } from "../../../authorisation/standing.js";
import { IdentityMode } from "../concern-codes.js";

@RecordType("Reporter", { description: "The person who spoke up." })
export class Reporter implements StandingRecord {
  readonly id!: string;
  readonly [standingKey]!: Standing;

  @Classified(() => IdentityMode, "OPERATIONAL", { description: "What the reporter chose." })
  identityMode!: IdentityMode | null;

  @Classified(() => String, "IDENTITY", { description: "Learner, educator, staff, public or organisation." })
  coarseRole!: string | null;

  @Classified(() => String, "IDENTITY", { description: "Name." })
  name!: string | null;

  @Classified(() => String, "IDENTITY", { description: "How to reach the reporter." })
  contact!: string | null;
}
