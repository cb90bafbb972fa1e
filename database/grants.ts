/**
 * Who may do what with which table and view, stated as rules over what exists, so that a new table or view is covered
 * without anybody remembering it. The reader has nothing but views; the audit is read by its owner and, masked, through
 * some of them. Repeatable.
 */
import type pg from "pg";
import type { DatabaseRoles } from "./database-roles.js";

/** Each belongs to one subgraph. */
export const subgraphSchemas = ["concerns", "organisations", "standards"] as const;

/** Jobs are written by commands and by whoever works them off, and read by nobody else. */
const jobSchema = "jobs";

const schemas = subgraphSchemas.map((name) => `'${name}'`).join(", ");
const writtenSchemas = [...subgraphSchemas, jobSchema].map((name) => `'${name}'`).join(", ");
/** What was replaced is only ever added to, and changed by nobody. */
const isFormer = String.raw`c.relname like 'former\_%'`;
const isPublishedOrMasked = String.raw`(c.relname like 'visible\_%' or c.relname like 'published\_%')`;

/** Statements that still have to run, found by one query, so that a start with nothing to do changes nothing. */
async function run(client: pg.ClientBase, as: string, findStatements: string): Promise<void> {
  await client.query(`set role ${as}`);
  try {
    const { rows } = await client.query<{ statement: string }>(findStatements);
    if (rows.length > 0) await client.query(rows.map(({ statement }) => statement).join(";\n"));
  } finally {
    await client.query("reset role");
  }
}

/** Lets the view owner read the tables and own the views; needed before views are made. */
export async function grantToViewOwner(client: pg.ClientBase, { tableOwner, viewOwner }: DatabaseRoles): Promise<void> {
  await run(
    client,
    tableOwner,
    `select format('grant usage, create on schema %I to ${viewOwner}', n.nspname) as statement
       from pg_namespace n
      where n.nspname in (${schemas}) and not has_schema_privilege('${viewOwner}', n.oid, 'create')
     union all
     select format('grant select on %s to ${viewOwner}', c.oid::regclass)
       from pg_class c
      where (c.relnamespace::regnamespace::text in (${schemas}) or c.oid = to_regclass('audit.entry'))
        and c.relkind in ('r', 'p') and not has_table_privilege('${viewOwner}', c.oid, 'select')
     union all
     select 'grant usage on schema audit to ${viewOwner}' where not has_schema_privilege('${viewOwner}', 'audit', 'usage')`,
  );
  await run(
    client,
    tableOwner,
    `select format('alter view %s owner to ${viewOwner}', c.oid::regclass) as statement
       from pg_class c
      where c.relnamespace::regnamespace::text in (${schemas}) and c.relkind = 'v' and ${isPublishedOrMasked}
        and c.relowner = '${tableOwner}'::regrole`,
  );
}

export async function grantToLogins(client: pg.ClientBase, roles: DatabaseRoles): Promise<void> {
  const { tableOwner, viewOwner, reader, writer, auditWriter, auditSealer } = roles;
  await run(
    client,
    tableOwner,
    `select format('grant usage on schema %I to ${reader}, ${writer}', n.nspname) as statement
       from pg_namespace n
      where n.nspname in (${schemas})
        and not (has_schema_privilege('${reader}', n.oid, 'usage') and has_schema_privilege('${writer}', n.oid, 'usage'))
     union all
     select format('grant usage on schema %I to ${writer}', n.nspname)
       from pg_namespace n
      where n.nspname = '${jobSchema}' and not has_schema_privilege('${writer}', n.oid, 'usage')
     union all
     select format('grant select, insert, update, delete on %s to ${writer}', c.oid::regclass)
       from pg_class c
      where c.relnamespace::regnamespace::text in (${writtenSchemas}) and c.relkind in ('r', 'p')
        and not ${isFormer} and not has_table_privilege('${writer}', c.oid, 'delete')
     union all
     select format('grant insert on %s to ${writer}', c.oid::regclass)
       from pg_class c
      where c.relnamespace::regnamespace::text in (${writtenSchemas}) and c.relkind in ('r', 'p')
        and ${isFormer} and not has_table_privilege('${writer}', c.oid, 'insert')
     union all
     select format('grant usage on sequence %s to ${writer}', c.oid::regclass)
       from pg_class c
      where c.relnamespace::regnamespace::text in (${schemas})
        and case when c.relkind = 'S' then not has_sequence_privilege('${writer}', c.oid, 'usage') end
     union all
     select format('grant usage on schema audit to ${writer}, ${auditWriter}')
      where not has_schema_privilege('${auditWriter}', 'audit', 'usage')
     union all
     select format('revoke insert on %s from ${writer}, ${auditWriter}', c.oid::regclass)
       from pg_class c
      where c.oid = to_regclass('audit.entry') and has_table_privilege('${auditWriter}', c.oid, 'insert')`,
  );
  // The number and the time of an entry are the database's: nobody who may add one may date it back.
  await run(
    client,
    tableOwner,
    `select format('grant insert (%s) on %s to ${writer}, ${auditWriter}', string_agg(quote_ident(attname), ', '), attrelid::regclass)
       as statement
       from pg_attribute
      where attrelid = to_regclass('audit.entry') and attnum > 0 and not attisdropped and attname not in ('id', 'at')
        and not has_column_privilege('${auditWriter}', attrelid, attnum, 'insert')
      group by attrelid`,
  );
  await run(
    client,
    tableOwner,
    `select 'grant usage on schema audit to ${auditSealer}' as statement
      where not has_schema_privilege('${auditSealer}', 'audit', 'usage')
     union all
     select format('grant %s on %s to ${auditSealer}', r.needed, to_regclass(r.name))
       from (values ('select', 'audit.entry'), ('select', 'audit.entry_id_seq'), ('select', 'audit.link'), ('insert', 'audit.link'),
                    ('select', 'audit.head'), ('insert', 'audit.head')) r (needed, name)
      where not has_table_privilege('${auditSealer}', to_regclass(r.name), r.needed)`,
  );
  await run(
    client,
    viewOwner,
    `select format('grant select on %s to ${reader}, ${writer}', c.oid::regclass) as statement
       from pg_class c
      where c.relnamespace::regnamespace::text in (${schemas}) and c.relkind = 'v' and ${isPublishedOrMasked}
        and not (has_table_privilege('${reader}', c.oid, 'select') and has_table_privilege('${writer}', c.oid, 'select'))`,
  );
}
