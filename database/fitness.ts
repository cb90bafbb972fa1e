/**
 * The last look before the hub serves: the rights that PostgreSQL would grant now are the ones the design promises,
 * whatever anybody granted by hand since. What the reader could read beside the views would by-pass every mask.
 */
import type pg from "pg";
import { databaseRoles } from "./database-roles.js";
import { StartRefusal } from "./start-refusal.js";

const anyRight = "select, insert, update, delete, truncate, references, trigger";
const anyColumnRight = "select, insert, update, references";

/** Catalogues only, never a cast to regclass: the reader may not even name what lies in the audit's schema. */
const rightsSql = `
  with relation as materialized (
    select c.oid, format('%I.%I', n.nspname, c.relname) as name, c.relkind = 'v' as is_view, pg_get_userbyid(c.relowner) as owner
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p', 'm', 'f', 'v') and n.nspname <> 'information_schema' and n.nspname !~ '^pg_'
  ), login as materialized (
    select oid, rolname as name from pg_roles where rolname in ($1, $2, $3, $6)
  )
  select format('it is signed in as %s instead of %s', current_user, $1::text) as finding where current_user <> $1
  union all
  select format('%s is a superuser, may bypass row security or may create roles', rolname) from pg_roles
   where rolname in ($1, $2, $3, $4, $5, $6) and (rolsuper or rolbypassrls or rolcreaterole or rolreplication)
  union all
  select format('%s can log in', rolname) from pg_roles where rolname in ($4, $5) and rolcanlogin
  union all
  select format('%s is a member of %s', l.name, pg_get_userbyid(m.roleid)) from pg_auth_members m join login l on l.oid = m.member
  union all
  select format('%s has rights on the table %s', $1::text, r.name) from relation r
   where not r.is_view and (has_table_privilege($1, r.oid, '${anyRight}') or has_any_column_privilege($1, r.oid, '${anyColumnRight}'))
  union all
  select format('%s can read the view %s, which does not belong to %s', $1::text, r.name, $4::text) from relation r
   where r.is_view and r.owner <> $4 and has_any_column_privilege($1, r.oid, 'select')
  union all
  select format('%s may read or change the audit', l.name) from relation r cross join login l
   where r.name = 'audit.entry' and (has_table_privilege(l.oid, r.oid, 'update, delete, truncate')
                                     or has_any_column_privilege(l.oid, r.oid, 'update')
                                     or l.name <> $6 and has_any_column_privilege(l.oid, r.oid, 'select')
                                     or l.name = $6 and has_any_column_privilege(l.oid, r.oid, 'insert'))
  union all
  select format('%s may change the chain behind the audit', l.name) from relation r cross join login l
   where r.name in ('audit.link', 'audit.head')
     and (has_table_privilege(l.oid, r.oid, 'update, delete, truncate') or has_any_column_privilege(l.oid, r.oid, 'update')
          or l.name <> $6 and has_any_column_privilege(l.oid, r.oid, 'insert'))
  union all
  select format('%s has rights on %s', $3::text, r.name) from relation r
   where r.name <> 'audit.entry' and has_table_privilege($3, r.oid, '${anyRight}')
  union all
  select format('%s has rights on %s', $6::text, r.name) from relation r
   where r.name not in ('audit.entry', 'audit.link', 'audit.head') and has_table_privilege($6, r.oid, '${anyRight}')`;

/** What is wrong, one line each; empty when the database is fit to serve. Asked by the reader itself. */
export async function findUnfitness(reader: Pick<pg.ClientBase, "query">, prefix: string): Promise<readonly string[]> {
  const roles = databaseRoles(prefix);
  const names = [roles.reader, roles.writer, roles.auditWriter, roles.viewOwner, roles.tableOwner, roles.auditSealer];
  const { rows } = await reader.query<{ finding: string }>(rightsSql, names);
  return rows.map(({ finding }) => finding);
}

export async function refuseUnfitDatabase(reader: pg.Pool, prefix: string): Promise<void> {
  const findings = await findUnfitness(reader, prefix);
  if (findings.length === 0) return;
  throw new StartRefusal(
    `The hub does not serve from this database, since\n${findings.map((line) => `  - ${line}`).join("\n")}`,
  );
}
