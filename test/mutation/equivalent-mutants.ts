/**
 * Mutants that no test can kill, since nothing that anybody can observe is different: a closed list, each with why. An
 * entry whose mutant is no longer made, or is killed, fails the run.
 */

export interface EquivalentMutant {
  readonly file: string;
  /** The line as it is, and as the mutant has it, without the spaces around. */
  readonly was: string;
  readonly is: string;
  readonly because: string;
}

export const equivalentMutants: readonly EquivalentMutant[] = [
  {
    file: "authorisation/standing.ts",
    was: 'export const standingKey: unique symbol = Symbol("standing");',
    is: 'export const standingKey: unique symbol = Symbol("");',
    because: "What a symbol is called is read by whoever debugs, and by no program.",
  },
  {
    file: "authorisation/note-carriers.ts",
    was: "if (isAbstractType(next)) schema.getPossibleTypes(next).forEach(reach);",
    is: "if (true) schema.getPossibleTypes(next).forEach(reach);",
    because: "A type that is not abstract has no possible types; the condition is for the compiler.",
  },
  {
    file: "subgraphs/concerns/access/access-index.ts",
    was: "concern: In(keys),\n    withdrawnOn: IsNull(),",
    is: "withdrawnOn: IsNull(),",
    because: "Of the shares that are read each concern takes its own; fewer are read to spare time.",
  },
  {
    file: "subgraphs/concerns/access/access-index.ts",
    was: ").map((row) => ({ ...row, relations: [...row.relations], concern: concern.key })),",
    is: ").map((row) => ({ ...row, concern: concern.key })),",
    because: "A copy of a list is stored as the list is; it is made for the type of the column.",
  },
  {
    file: "subgraphs/concerns/access/access-refresh.ts",
    was: "const usualBatch = 200;",
    is: "const usualBatch = 201;",
    because: "Any number does that keeps transactions small.",
  },
  {
    file: "subgraphs/concerns/access/access-refresh.ts",
    was: '[await storedBasis(manager, ""), await currentBasis(manager)];',
    is: '[await storedBasis(manager, "planted"), await currentBasis(manager)];',
    because: "A word behind a table is one more name for it.",
  },
  {
    file: "database/held-by-a-person.ts",
    was: 'glassCompartments.some((compartment) => conditionsOf(compartment, relation).includes("glass")),',
    is: 'glassCompartments.every((compartment) => conditionsOf(compartment, relation).includes("glass")),',
    because: "Whatever relation opens something by a broken glass opens by it all that a glass opens.",
  },
  {
    file: "database/held-by-a-person.ts",
    was: "and v.is_approved and v.answered_at <= now() and now() < v.open_before",
    is: "and v.answered_at <= now() and now() < v.open_before",
    because: "The table sees to it that a reveal has an end where it is approved and nowhere else.",
  },
  {
    file: "database/access-log-views.ts",
    was: "where e.records @> jsonb_build_array(jsonb_build_object('ids', jsonb_build_array(k.id::text)))\n        and e.outcome = 'DISCLOSED' and e.purpose <> 'BREAK_GLASS' and e.role = any('{${ordinaryRoles.join()}}')",
    is: "where e.outcome = 'DISCLOSED' and e.purpose <> 'BREAK_GLASS' and e.role = any('{${ordinaryRoles.join()}}')",
    because: "By it entries are found in their index; that one of their records is the concern is asked again.",
  },
  ...[
    { was: "if (unlocks === undefined) {", is: "if (true) {" },
    { was: "workedOut.set(key, unlocks);", is: "" },
  ].map((change) => ({
    ...change,
    file: "authorisation/unlocks.ts",
    because: "What is kept is what would be worked out again.",
  })),
  ...[
    { was: "if (entry === undefined) {", is: "if (true) {" },
    { was: "touchedByRow.set(record, entry);", is: "" },
  ].map((change) => ({
    ...change,
    file: "authorisation/disclosure-log.ts",
    because: "A row is looked up to spare the making of its key; by the key the same entry is found.",
  })),
];
