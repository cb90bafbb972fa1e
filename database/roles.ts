/**
 * Makes the hub's roles with the role of DATABASE_URL, which may create roles but is no superuser and cannot step
 * around row security: what the hub cannot do, a fault in the hub cannot do. Repeatable, and safe for two at once.
 */
import { setTimeout as wait } from "node:timers/promises";
import type pg from "pg";
import { databaseRoles, rolePassword, scramVerifier } from "./database-roles.js";
import type { DatabaseRoles, PasswordSource } from "./database-roles.js";
import { StartRefusal, errorCode, reasonOf } from "./start-refusal.js";

interface LoginRole {
  readonly name: string;
  readonly version: number;
  readonly overpowered: boolean;
  readonly createsRoles: boolean;
  readonly createsSchemas: boolean;
}

const fitRole = [
  "  create role hub login createrole password 'a long random password';",
  "  create database hub owner hub;",
].join("\n");

/** Refuses a role that is too powerful, or not powerful enough, to run the hub. */
export async function refuseUnfitLogin(client: pg.ClientBase): Promise<LoginRole> {
  const { rows } = await client.query<LoginRole>(`
    select current_user as name, current_setting('server_version_num')::int / 10000 as version,
           exists (select from pg_roles r where (r.rolsuper or r.rolbypassrls) and pg_has_role(current_user, r.oid, 'member'))
             as overpowered,
           (select rolcreaterole from pg_roles where rolname = current_user) as "createsRoles",
           has_database_privilege(current_database(), 'create') as "createsSchemas"`);
  const role = rows[0];
  if (role === undefined) throw new StartRefusal("The database did not say who is signed in.");
  const advice = `Have an administrator of the database run\n${fitRole}\nand put that role and database into DATABASE_URL.`;
  if (role.version < 15)
    throw new StartRefusal(`The hub needs PostgreSQL 15 or later; this is ${String(role.version)}.`);
  if (role.overpowered) {
    throw new StartRefusal(
      `The database role "${role.name}" is a superuser or may bypass row security, so the database could refuse the hub nothing. ${advice}`,
    );
  }
  if (!role.createsRoles) {
    throw new StartRefusal(
      `The database role "${role.name}" may not create roles, and the hub needs six of its own. ${advice}`,
    );
  }
  if (!role.createsSchemas) {
    throw new StartRefusal(`The database role "${role.name}" may not create schemas in its database. ${advice}`);
  }
  return role;
}

export interface RoleOptions extends PasswordSource {
  readonly prefix: string;
  readonly statementTimeoutMs?: number | undefined;
}

export async function ensureRoles(client: pg.ClientBase, options: RoleOptions): Promise<DatabaseRoles> {
  const login = await refuseUnfitLogin(client);
  const roles = databaseRoles(options.prefix);
  for (let attempt = 1; ; attempt += 1) {
    try {
      const { rows } = await client.query<{ name: string }>(
        "select rolname as name from pg_roles where rolname = any($1)",
        [Object.values(roles)],
      );
      const known = new Set(rows.map(({ name }) => name));
      const { rows: databases } = await client.query<{ name: string }>(
        "select quote_ident(current_database()) as name",
      );
      await client.query(
        [
          ...owners(roles, known, login.version),
          ...logins(roles, known, options),
          ...databaseRights(roles, databases[0]?.name ?? ""),
        ].join(";\n"),
      );
      return roles;
    } catch (error) {
      const code = errorCode(error) ?? "";
      if (code === "42501") {
        throw new StartRefusal(
          `The database role "${login.name}" may not manage the roles whose names begin with "${options.prefix}_" (${reasonOf(error)}). They were made by another one: set DATABASE_ROLE_PREFIX to a name of this hub's own.`,
        );
      }
      if (!concurrently.has(code) || attempt === 20) throw error;
      await wait(25 * attempt * Math.random());
    }
  }
}

/** Roles belong to the whole server, so a hub on another database of it may be at the same rows. */
const concurrently = new Set(["XX000", "23505", "42710"]);

function owners(roles: DatabaseRoles, known: ReadonlySet<string>, version: number): string[] {
  // To act as an owner takes membership; since version 16 a grant says what for, and creating a role no longer implies it.
  const purpose = version >= 16 ? " with inherit false, set true" : "";
  return [
    ...[roles.tableOwner, roles.viewOwner]
      .filter((role) => !known.has(role))
      .map((role) => `create role ${role} noinherit`),
    `grant ${roles.tableOwner}, ${roles.viewOwner} to current_user${purpose}`,
    `grant ${roles.viewOwner} to ${roles.tableOwner}${purpose}`,
  ];
}

function logins(roles: DatabaseRoles, known: ReadonlySet<string>, options: RoleOptions): string[] {
  return [roles.reader, roles.writer, roles.auditWriter, roles.auditSealer].flatMap((role) => [
    known.has(role) ? `alter role ${role} login noinherit` : `create role ${role} login noinherit`,
    `alter role ${role} password '${scramVerifier(rolePassword(options, role))}'`,
    // What holds for a session that asks for nothing else.
    `alter role ${role} set statement_timeout = ${String(options.statementTimeoutMs ?? 2_500)}`,
    `alter role ${role} set lock_timeout = 2000`,
    `alter role ${role} set idle_in_transaction_session_timeout = 15000`,
    // Names are written in full; nothing is found by accident.
    `alter role ${role} set search_path = ''`,
  ]);
}

function databaseRights(roles: DatabaseRoles, database: string): string[] {
  return [
    `revoke all on database ${database} from public`,
    "revoke all on schema public from public",
    `grant connect on database ${database} to ${roles.reader}, ${roles.writer}, ${roles.auditWriter}, ${roles.auditSealer}`,
    `grant temporary on database ${database} to ${roles.writer}`,
    `grant create on database ${database} to ${roles.tableOwner}`,
    `create schema if not exists hub authorization ${roles.tableOwner}`,
  ];
}
