/** Universities whose learners a removal concerns, for the access index: from when they were asked, or it was decided. */
import type { EntityManager } from "typeorm";

export async function universitiesOfRemovals(
  manager: EntityManager,
  concerns: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows: { concern: string; universities: string[] }[] = await manager.query(
    `select l.concern, array_agg(distinct l.education_provider) as universities
     from concerns.removed_learners l join concerns.learner_removal m on m.id = l.removal
     where l.concern = any($1) and l.education_provider is not null
       and (m.decided_on is not null
            or ('EDUCATION_PROVIDER' = any(m.consulted) and m.state in ('PROPOSED', 'CONSULTED')))
     group by l.concern`,
    [concerns],
  );
  return new Map(rows.map(({ concern, universities }) => [concern, universities]));
}
