/** Reads professions, the remits of regulators and the quality teams, for many organisations at once. */
import { grouped } from "../grouped.js";
import type { LoadMany } from "../loader-of.js";
import type { SubgraphContext } from "../subgraph-context.js";
import type { QualityTeam } from "./quality-team.js";

export interface ProfessionRow {
  readonly code: string;
  readonly title: string;
  /** Code of the regulator. */
  readonly regulator: string;
}

export function readProfessions(context: SubgraphContext): Promise<ProfessionRow[]> {
  return context.database.read<ProfessionRow>(
    "select p.code, p.title, p.regulator from organisations.visible_profession p order by p.title, p.code",
  );
}

/** Codes of the professions that each organisation regulates. */
export const loadRemits: LoadMany<string, string[]> = async (context, regulators) => {
  const rows = await context.database.readByIndex<{ regulator: string; profession: string }>(
    `select r.regulator, r.profession from organisations.visible_remit r
      where r.regulator = any ($1) and r.profession is not null order by r.profession`,
    [regulators],
  );
  return grouped(regulators, rows, "regulator", ({ profession }) => profession);
};

/** The team of each organisation that has one. */
export const loadQualityTeams: LoadMany<string, QualityTeam> = async (context, organisations) => {
  const rows = await context.database.readByIndex<QualityTeam & { readonly organisation: string }>(
    `select t.organisation, t.code, t.name, t.mailbox from organisations.visible_quality_team t
      where t.organisation = any ($1)`,
    [organisations],
  );
  return new Map(rows.map((row) => [row.organisation, row]));
};
