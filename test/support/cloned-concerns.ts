/** Many concerns like one that was made through the public endpoint, with all that hangs on it, in a few statements. */
import pg from "pg";
import { trusts } from "../../demonstration/organisations/trusts.js";
import type { TestHub } from "./test-hub.js";

const changed: Readonly<Record<string, string>> = {
  concern:
    "'key', i, 'id', md5(t.id::text || i)::uuid, 'reference', 'QC-' || i, 'provider', providers[1 + i % cardinality(providers)]",
  concern_access: "'concern', i, 'provider', providers[1 + i % cardinality(providers)]",
  concern_share: "'concern', i, 'id', md5(t.id::text || i)::uuid",
  category_change: "'concern', i, 'id', md5(t.id::text || i)::uuid",
  review: "'concern', i, 'id', md5(t.id::text || i)::uuid",
  requirement: "'concern', i, 'id', md5(t.id::text || i)::uuid, 'review', md5(t.review::text || i)::uuid",
  requirement_response:
    "'concern', i, 'id', md5(t.id::text || i)::uuid, 'requirement', md5(t.requirement::text || i)::uuid",
  requirement_condition:
    "'concern', i, 'id', md5(t.id::text || i)::uuid, 'requirement', md5(t.requirement::text || i)::uuid",
  progress_update: "'concern', i, 'id', md5(t.id::text || i)::uuid",
  evidence:
    "'concern', i, 'id', md5(t.id::text || i)::uuid, 'content_key', md5(t.content_key::text || i)::uuid, 'requirement', md5(t.requirement::text || i)::uuid",
  planned_action: "'concern', i, 'id', md5(t.id::text || i)::uuid, 'requirement', md5(t.requirement::text || i)::uuid",
  internal_note: "'concern', i, 'id', md5(t.id::text || i)::uuid",
  concern_event: "'concern', i, 'id', md5(t.id::text || i)::uuid",
};

/** Clones stand at all the open trusts in turn; whoever may know of the original may know of them. */
export async function cloneConcern({ database }: TestHub, id: string, times: number): Promise<void> {
  const providers = trusts.filter(({ closedOn }) => closedOn === undefined).map(({ code }) => code);
  const client = new pg.Client({ connectionString: database.adminUrl });
  await client.connect();
  try {
    for (const [table, values] of Object.entries(changed))
      await client.query(
        `insert into concerns.${table}
         select (jsonb_populate_record(t, jsonb_build_object(${values}))).*
         from concerns.${table} t, generate_series(1, $2::int) as i, (select $3::text[] as providers) given
         where t.${table === "concern" ? "key" : "concern"} = (select key from concerns.concern where id = $1)`,
        [id, times, providers],
      );
    await client.query("analyze");
  } finally {
    await client.end();
  }
}
