/**
 * Where a caller stands towards a record: the relations that came with the row, and what they open. Records with the
 * same relations share one standing, so the policy is consulted once for each set of relations in a request.
 */
import type { Caller } from "./caller.js";
import { compartments, dataClassOf, type Compartment, type DataClass } from "./data-class.js";
import { redactionReason, type RedactionReason } from "./redaction.js";
import type { Relation } from "./relation.js";
import { mayHold, unlocksOf, unlocksUnder, type Unlocks } from "./unlocks.js";

export interface Standing {
  readonly relations: readonly Relation[];
  readonly readable: ReadonlySet<Compartment>;
  /** Of the compartments that no relation opens by itself: ids of the agreements that do. */
  readonly agreements: ReadonlyMap<Compartment, readonly string[]>;
  reasonFor(compartment: Compartment): RedactionReason;
  /** Where a record was read otherwise than the rest of its request: what hangs on it is read in the same way. */
  readonly readIn?: object;
}

/** The key under which a record carries its standing. A symbol: no query, alias or input can name it. */
export const standingKey: unique symbol = Symbol("standing");

export interface StandingRecord {
  readonly id: string;
  readonly [standingKey]: Standing;
}

/** The context in which what hangs on a value is read: that of the request, unless the value brings another. */
export function readingOf<Context>(value: unknown, context: Context): Context {
  return hasStanding(value) ? ((value[standingKey].readIn as Context | undefined) ?? context) : context;
}

export function hasStanding(value: unknown): value is StandingRecord {
  return typeof value === "object" && value !== null && standingKey in value;
}

/** A class that an agreement opens on a row, and the id of the agreement. */
export type AgreedClass = `${DataClass} ${string}`;

/** What a row says of the caller's organisation: its relations, and what is opened under a condition. */
export interface RowStanding {
  readonly relations: readonly Relation[];
  readonly byAgreement?: readonly AgreedClass[] | null;
  /** A share opens of a class what its sharer reads of it. */
  readonly byShare?: readonly Compartment[] | null;
  readonly byGlass?: readonly DataClass[] | null;
  readonly byOwner?: readonly DataClass[] | null;
  /** The row holds an identity that this one person may read. */
  readonly isRevealed?: boolean;
}

/** Gives each kind of row its standing for this caller. Make one for each request. */
export function createStandings(caller: Caller): (row: RowStanding) => Standing {
  const always = unlocksOf(caller);
  const byAgreement = unlocksUnder(caller, "agreement");
  const byShare = unlocksUnder(caller, "share");
  const byGlass = unlocksUnder(caller, "glass");
  const byOwner = unlocksUnder(caller, "owner");
  const standings = new Map<string, Standing>();

  const isHeld = (row: RowStanding, compartment: Compartment, unlocks: Unlocks): boolean =>
    unlocks[compartment].some((relation) => row.relations.includes(relation));

  const agreementsOn = (row: RowStanding, compartment: Compartment): readonly string[] => {
    if (!isHeld(row, compartment, byAgreement)) return [];
    const agreed = (row.byAgreement ?? []).map((each) => each.split(" "));
    return agreed.flatMap(([dataClass, id]) =>
      dataClass === dataClassOf(compartment) && id !== undefined ? [id] : [],
    );
  };

  const isReadable = (row: RowStanding, compartment: Compartment): boolean => {
    const holds = (unlocks: Unlocks): boolean => isHeld(row, compartment, unlocks);
    const dataClass = dataClassOf(compartment);
    return (
      holds(always) ||
      agreementsOn(row, compartment).length > 0 ||
      (row.byShare?.includes(compartment) === true && holds(byShare)) ||
      (row.byGlass?.includes(dataClass) === true && holds(byGlass)) ||
      (row.byOwner?.includes(dataClass) === true && holds(byOwner)) ||
      (row.isRevealed === true && compartment === "IDENTITY" && mayHold(caller, compartment))
    );
  };

  return (row) => {
    const { relations, byAgreement, byShare, byGlass, byOwner, isRevealed } = row;
    const key = [relations, byAgreement, byShare, byGlass, byOwner, isRevealed].join(" ");
    let standing = standings.get(key);
    if (standing === undefined) {
      standing = {
        relations: row.relations,
        readable: new Set(compartments.filter((compartment) => isReadable(row, compartment))),
        agreements: new Map(
          compartments
            .filter((compartment) => !isHeld(row, compartment, always))
            .map((compartment) => [compartment, agreementsOn(row, compartment)] as const)
            .filter(([, ids]) => ids.length > 0),
        ),
        reasonFor: (compartment) => redactionReason(caller, compartment, row.relations),
      };
      standings.set(key, standing);
    }
    return standing;
  };
}
