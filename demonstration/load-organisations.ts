/** Brings the invented organisations of the demonstration into the directory. A second run changes nothing. */
import type { ClientBase } from "pg";
import { successions } from "../subgraphs/organisations/directory-tables.js";
import { inTransaction } from "../subgraphs/organisations/in-transaction.js";
import { upsertRows } from "../subgraphs/organisations/upsert-rows.js";
import type { Row, UpsertTarget } from "../subgraphs/organisations/upsert-rows.js";
import { mergers } from "./organisations/mergers.js";
import { trustSites } from "./organisations/trust-sites.js";
import { trusts } from "./organisations/trusts.js";
import { universities } from "./organisations/universities.js";

const source = "Demonstration data: invented";

const target: UpsertTarget = {
  table: "organisations.organisation",
  key: { code: "text" },
  values: {
    name: "text",
    kind: "text",
    opened_on: "date",
    closed_on: "date",
    region: "text",
    icb: "text",
    parent: "text",
    source: "text",
  },
};

export const inventedOrganisations: readonly Row[] = [
  ...trusts.map(({ code, name, region, icb, openedOn, closedOn }) => ({
    code,
    name,
    kind: "TRUST",
    opened_on: openedOn,
    closed_on: closedOn ?? null,
    region,
    icb,
    parent: null,
    source,
  })),
  ...trustSites.map(({ code, name, trust }) => {
    const parent = trusts.find((candidate) => candidate.code === trust);
    const place = { region: parent?.region ?? null, icb: parent?.icb ?? null, parent: trust };
    return { code, name, kind: "TRUST_SITE", opened_on: null, closed_on: null, ...place, source };
  }),
  ...universities.map(({ code, name, regions: [region] }) => ({
    code,
    name,
    kind: "EDUCATION_PROVIDER",
    opened_on: null,
    closed_on: null,
    region: region ?? null,
    icb: null,
    parent: null,
    source,
  })),
];

/** How many organisations were not there, or not so, before. */
export async function loadDemonstrationOrganisations(client: ClientBase): Promise<number> {
  return inTransaction(client, async () => {
    const { inserted, updated } = await upsertRows(client, target, inventedOrganisations);
    const dated = mergers.map(({ predecessor, successor, on }) => ({ predecessor, successor, on_date: on, source }));
    await upsertRows(client, successions, dated);
    return inserted + updated;
  });
}
