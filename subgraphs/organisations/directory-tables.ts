/**
 * The tables of the directory as its commands fill them: key and value columns with their SQL types. The columns of
 * an organisation differ by who supplies them, so that an import never empties what it knows nothing about.
 */
import type { SuccessionEntry } from "./reference-file.js";
import type { Row, UpsertTarget } from "./upsert-rows.js";

export const referenceOrganisations: UpsertTarget = {
  table: "organisations.organisation",
  key: { code: "text" },
  values: {
    name: "text",
    kind: "text",
    opened_on: "date",
    closed_on: "date",
    region: "text",
    parent: "text",
    ukprn: "text",
    ons_code: "text",
    designated_body: "text",
    every_setting: "boolean",
    source: "text",
  },
};

export const odsOrganisations: UpsertTarget = {
  table: "organisations.organisation",
  key: { code: "text" },
  values: {
    name: "text",
    kind: "text",
    opened_on: "date",
    closed_on: "date",
    region: "text",
    icb: "text",
    address: "text",
    postcode: "text",
    source: "text",
  },
};

export const professions: UpsertTarget = {
  table: "organisations.profession",
  key: { code: "text" },
  values: { title: "text", regulator: "text", source: "text" },
};

export const remits: UpsertTarget = {
  table: "organisations.remit",
  key: { regulator: "text", profession: "text" },
  values: {},
};

export const successions: UpsertTarget = {
  table: "organisations.succession",
  key: { predecessor: "text", successor: "text", on_date: "date" },
  values: { source: "text" },
};

export const qualityTeams: UpsertTarget = {
  table: "organisations.quality_team",
  key: { code: "text" },
  values: { organisation: "text", name: "text", mailbox: "text", source: "text" },
};

export const signatories: UpsertTarget = {
  table: "organisations.signatory",
  key: { organisation: "text" },
  values: { from_date: "date", until_date: "date", source: "text" },
};

export function successionRow({ predecessor, successor, on, source }: SuccessionEntry): Row {
  return { predecessor, successor, on_date: on, source };
}
