/** Puts a leak into the second hub, in its database alone: a view that shows a column of its table as it is. */
import type { HuntedTwins } from "./hunted-twins.js";

export async function showHidden({ columns, inSecond }: HuntedTwins, table: string, column: string): Promise<void> {
  const view = `concerns.visible_${table}`;
  if (columns.get(table)?.has(column) !== true) throw new Error(`There is no ${column} in ${table}`);
  await inSecond(`do $$
    declare
      listed text := (select string_agg(case when attname = '${column}'
        then '(select t.${column} from concerns.${table} t where t.id = v.id) as ${column}' else 'v.' || attname end, ', '
        order by attnum) from pg_attribute where attrelid = '${view}'::regclass and attnum > 0);
      rights aclitem[] := (select relacl from pg_class where oid = '${view}'::regclass);
      reader text := (select r.rolname from pg_roles r, aclexplode(rights) a where a.grantee = r.oid
        and a.privilege_type = 'SELECT' and r.rolname like '%reader' limit 1);
    begin
      alter view ${view} rename to masked_${table};
      execute 'create view ${view} as select ' || listed || ' from concerns.masked_${table} v';
      execute 'grant select on ${view} to ' || quote_ident(reader);
    end $$`);
}
