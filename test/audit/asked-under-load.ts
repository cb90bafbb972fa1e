/** What clients ask of a hub that is about to be killed, and what its audit has to hold of each answer: to the field. */
import * as people from "../support/people.js";
import type { Person } from "../support/test-issuer.js";
import type { Entry } from "./audit-entries.js";

export interface Asked {
  readonly person: Person;
  readonly query: string;
  /** Of the entries of an answer, in order; worked out by hand from the query, not by the hub. */
  readonly entries: (data: Answered) => readonly Pick<Entry, "outcome" | "records">[];
}

/** The only part of an answer that an expectation needs. */
export interface Answered {
  readonly page?: { readonly nodes: readonly { readonly key: string }[] };
}

const told = (type: string, fields: string[], ids: string[] = [], redacted: string[] = []) => ({
  ...{ type, ids, fields, redacted },
});
const disclosed = (...records: Entry["records"]) => [{ outcome: "DISCLOSED", records }];

/** @param concerns the two that there are, known to both who ask. @param changes ids of the changes of their categories. */
export function askedUnderLoad([one, other]: readonly [string, string], changes: string[]): readonly Asked[] {
  const byId = { chosenBy: [{ place: "Query.concern(id:)", dataClass: "OPERATIONAL" }] };
  return [
    {
      person: people.aRegionalLead,
      query: `query Aliases {
        first: concern(id: "${one}") { t: title where: provider { n: name region { name } } }
        second: concern(id: "${other}") { state: status title again: title }
      }`,
      entries: () =>
        disclosed(
          { ...told("Query", ["concern"]), ...byId },
          told("Concern", ["provider", "title"], [one]),
          told("Concern", ["status", "title"], [other]),
        ),
    },
    {
      person: people.aProviderLead,
      query: `{ concern(id: "${one}") { narrative ...More } } fragment More on Concern { notes: internalNotes title }`,
      entries: () =>
        disclosed(
          { ...told("Query", ["concern"]), ...byId },
          told("Concern", ["title"], [one], ["internalNotes", "narrative"]),
        ),
    },
    {
      person: people.aRegionalLead,
      query:
        "{ page: concerns(first: 2) { count: totalCount nodes { key: id past: categoryHistory { to by: role } } } }",
      entries: ({ page }) => {
        const ids = page?.nodes.map(({ key }) => key).sort() ?? [];
        return disclosed(
          told("Query", ["concerns"]),
          told("ConcernConnection", ["totalCount"]),
          told("Concern", ["categoryHistory", "id"], ids),
          told("CategoryChange", ["role", "to"], changes),
        );
      },
    },
    {
      person: people.aRegionalLead,
      query: `mutation { noted: addInternalNote(input: { id: "${one}", text: "Told by telephone." }) {
        concern { newest: internalNotes } userErrors { code } } }`,
      entries: () => [
        { outcome: "CHANGED", records: [told("Concern", ["internalNotes"], [one])] },
        ...disclosed(told("Concern", ["internalNotes"], [one])),
      ],
    },
  ];
}
