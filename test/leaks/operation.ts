/** A question of the hunt: what is asked, and which hidden fields it puts into which position. */
import type { Role } from "../../authorisation/caller.js";
import type { Asked } from "./exchange.js";
import type { Line, Position } from "./positions.js";

export interface Operation {
  readonly title: string;
  readonly reaches: Readonly<Partial<Record<Position, readonly Line[]>>>;
  asks(memory: Memory): Asked;
  /** Those who may see it all ask the same just before. */
  readonly isBeside?: true;
  /** Refused as it is, so that the refusal is what is compared. */
  readonly isRefused?: true;
  /** Goes on from an answer before it, which at random is one of another list. */
  readonly mayBeRefused?: true;
  /** One of many alike, of which a session need not ask all. */
  readonly group?: string;
  /** A role that is told on purpose what others did. */
  readonly notAskedBy?: Role;
  /** Asked by those alone for whom the row is absent and who know of the concern: to others it may be more than a try. */
  readonly onlyWhere?: { readonly absent: string; readonly known: string | null };
}

/** What a session remembers of the answers before. */
export interface Memory {
  readonly cursor: string | null;
  /** The last cursor that somebody else was given. */
  readonly othersCursor: string | null;
}

export function remembered(body: string): string | null {
  const cursors = [...body.matchAll(/"(?:endCursor|cursor)":"([^"]+)"/g)];
  return cursors.at(-1)?.[1] ?? null;
}

/** Everything that a page of concerns says beside them. */
export const pageOfConcerns =
  "totalCount edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }";
export const whyItIsSeen = "access { relations hidden { field dataClass because ask } }";

export function reading(
  title: string,
  query: string,
  reaches: Operation["reaches"],
  variables?: Readonly<Record<string, unknown>>,
): Operation {
  return { title, reaches, asks: () => ({ query, ...(variables && { variables }) }) };
}

export function alike(group: string, operations: readonly Operation[]): Operation[] {
  return operations.map((operation) => ({ ...operation, group }));
}

/** Of those that are alike every so many, beginning with another at each turn; of a few at least one. */
export function dealt(operations: readonly Operation[], turn: number, turns: number): readonly Operation[] {
  const places = new Map<string, number>();
  const sizes = new Map<string, number>();
  for (const { group = "" } of operations) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  return operations.filter(({ group }) => {
    if (group === undefined) return true;
    const place = places.get(group) ?? 0;
    places.set(group, place + 1);
    const oneIn = Math.min(turns, sizes.get(group) ?? 1);
    return place % oneIn === turn % oneIn;
  });
}
