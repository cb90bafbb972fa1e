/**
 * Reads what corresponds to standards in other frameworks, for many at once. A correspondence holds from both sides,
 * whichever it was written from; one that is written from both is shown as it was written from the side asked.
 */
import type { LoadMany } from "../loader-of.js";
import type { Confidence, MappingStrength } from "./standard-codes.js";

export interface MappingRow {
  /** Id of the other standard. */
  readonly to: string;
  readonly strength: MappingStrength;
  readonly mappedBy: string;
  readonly confidence: Confidence;
}

const bothSides = `
  select m.from_id as standard, m.to_id as other, m.strength, m.mapped_by, m.confidence, 1 as side
    from standards.visible_standard_mapping m where m.from_id = any ($1)
  union all
  select m.to_id, m.from_id, m.strength, m.mapped_by, m.confidence, 2
    from standards.visible_standard_mapping m where m.to_id = any ($1)`;

export const loadMappings: LoadMany<string, MappingRow[]> = async (context, ids) => {
  const rows = await context.database.readByIndex<MappingRow & { readonly standard: string }>(
    `select m.standard, m.other as "to", m.strength, m.mapped_by as "mappedBy", m.confidence
       from (select distinct on (standard, other) * from (${bothSides}) sides order by standard, other, side) m
       join standards.visible_standard s on s.id = m.other
      order by s.framework, s.position, s.id`,
    [ids],
  );
  const mappings = new Map<string, MappingRow[]>(ids.map((id) => [id, []]));
  for (const row of rows) mappings.get(row.standard)?.push(row);
  return mappings;
};
