/**
 * The terms of a sharing agreement: what it opens, to whom, for which purposes, about which professions and regions,
 * and from when until when. Whether the agreement is in force is the lifecycle's to say; the end comes by the clock.
 */
import type { Purpose } from "./caller.js";
import { compartments, dataClassOf, type DataClass } from "./data-class.js";
import { conditionsOf } from "./policy.js";
import { relations } from "./relation.js";

export interface AgreementTerms {
  /** The organisation to which it opens something. */
  readonly receiver: string;
  readonly classes: readonly DataClass[];
  readonly purposes: readonly Purpose[];
  readonly professions: readonly string[] | "EVERY_PROFESSION";
  readonly regions: readonly string[] | "EVERY_REGION";
  readonly validFrom: Date;
  /** The first instant at which it has ended. */
  readonly validUntil: Date;
}

/** Who asks for what. */
export interface AskedClass {
  readonly organisation: string;
  readonly dataClass: DataClass;
  readonly purpose: Purpose;
}

/** What of a record decides whether it is in scope. */
export interface RecordScope {
  readonly professions: readonly string[];
  readonly region: string | null;
}

/** The classes that an agreement can open: those for which the policy asks for one, and no other. */
export const classesByAgreement: ReadonlySet<DataClass> = new Set(
  compartments
    .filter((compartment) => relations.some((relation) => conditionsOf(compartment, relation).includes("agreement")))
    .map((compartment) => dataClassOf(compartment)),
);

/** Whether the terms open the class to the organisation for the purpose at all, whatever the record. */
export function termsOpen(
  { receiver, classes, purposes, validFrom, validUntil }: AgreementTerms,
  { organisation, dataClass, purpose }: AskedClass,
  at: Date,
): boolean {
  return (
    receiver === organisation &&
    classesByAgreement.has(dataClass) &&
    classes.includes(dataClass) &&
    purposes.includes(purpose) &&
    validFrom <= at &&
    at < validUntil
  );
}

/**
 * Whether a record is in scope: one of its professions and its region are. A record that names no profession or no
 * region is in the scope of an agreement about every one only.
 */
export function isInScope(
  { professions, regions }: Pick<AgreementTerms, "professions" | "regions">,
  record: RecordScope,
): boolean {
  const hasProfession =
    professions === "EVERY_PROFESSION" || record.professions.some((profession) => professions.includes(profession));
  const hasRegion = regions === "EVERY_REGION" || regions.some((region) => region === record.region);
  return hasProfession && hasRegion;
}

export function termsCover(terms: AgreementTerms, asked: AskedClass, record: RecordScope, at: Date): boolean {
  return termsOpen(terms, asked, at) && isInScope(terms, record);
}
