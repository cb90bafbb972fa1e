/** Works out what guardians count in a quarter, and keeps what may be shown of it. Part of publishing a quarter. */
import type { EntityManager } from "typeorm";
import { speakingUp } from "../casework-references.js";
import { hiddenCells, rounded } from "../statistics/disclosure-control.js";
import type { Quarter } from "../statistics/quarter.js";
import { cellOf, countedBy, guardianLines, type SpokenUp } from "./guardian-counts.js";

export async function storeGuardianCounts(manager: EntityManager, quarter: Quarter): Promise<void> {
  const { elements, sources } = speakingUp();
  const concerns = await spokenUpIn(manager, quarter, sources);
  const counts = countedBy(concerns, elements);
  const hidden = hiddenCells(counts, guardianLines(concerns, elements));
  const names = [...new Set([...counts.keys(), ...hidden])];
  const rows = names.map((name) => ({
    ...cellOf(name),
    value: hidden.has(name) ? null : rounded(counts.get(name) ?? 0),
  }));
  await manager.query(
    `insert into concerns.guardian_count (quarter, scope, body, element, value)
     select $1, g.scope, g.body, g.element, g.value
       from jsonb_to_recordset($2) as g (scope text, body text, element text, value integer)`,
    [quarter.name, JSON.stringify(rows)],
  );
}

/** Reports of people, that NHS England accepted; detriments as far as they were reported by the end of the quarter. */
function spokenUpIn(manager: EntityManager, { from, to }: Quarter, sources: readonly string[]): Promise<SpokenUp[]> {
  return manager.query(
    `select region, provider, themes, "patientSafetyRisk", "learnerSafetyRisk", detriment, count(*)::integer as count
       from (select c.region, c.provider, c.themes, c.patient_safety_risk as "patientSafetyRisk",
                    c.learner_safety_risk as "learnerSafetyRisk",
                    exists (select from concerns.detriment_report d
                             where d.concern = c.key and d.reported_on <= $2) as detriment
               from concerns.concern c
              where c.status not in ('REPORTED', 'DECLINED', 'MERGED') and c.raised_on between $1 and $2
                and c.source_type = any($3)) spoken
      group by region, provider, themes, "patientSafetyRisk", "learnerSafetyRisk", detriment`,
    [from, to, sources],
  );
}
