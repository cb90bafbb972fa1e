/**
 * Loads a checked library into the database: all of it in one transaction, or none. Loading again changes nothing.
 * Relies on the client being the writer's own, outside a transaction; two that load at once take turns.
 */
import type { ClientBase } from "pg";
import type { Changes } from "./library-changes.js";
import { libraryChanges } from "./library-changes.js";
import type { LibraryFramework, LibraryStandard, StandardMapping, StandardsLibrary } from "./library-schema.js";

export type LibraryClient = Pick<ClientBase, "query">;

/** Numbers of frameworks, standards and mappings together. */
export interface LoadedLibrary {
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
}

/** @returns findings, and nothing changed, where the library would edit a stored version in place. */
export async function loadLibrary(
  client: LibraryClient,
  library: StandardsLibrary,
): Promise<LoadedLibrary | { readonly findings: readonly string[] }> {
  await client.query("begin");
  try {
    const loaded = await loadWithin(client, library);
    await client.query("findings" in loaded ? "rollback" : "commit");
    return loaded;
  } catch (failure) {
    await client.query("rollback");
    throw failure;
  }
}

async function loadWithin(client: LibraryClient, library: StandardsLibrary) {
  await client.query("lock table standards.framework in share row exclusive mode");
  const { frameworks, standards, mappings, findings } = libraryChanges(await storedLibrary(client), library);
  if (findings.length > 0) return { findings };

  for (const [sql, entries] of [
    [insertFrameworks, frameworks.inserted],
    [updateFrameworks, frameworks.updated],
    [insertStandards, standards.inserted],
    [updateStandards, standards.updated],
    [insertMappings, mappings.inserted],
    [updateMappings, mappings.updated],
  ] as const) {
    if (entries.length > 0) await client.query(sql, [JSON.stringify(entries)]);
  }
  const all: readonly Changes<unknown>[] = [frameworks, standards, mappings];
  return {
    inserted: all.reduce((sum, { inserted }) => sum + inserted.length, 0),
    updated: all.reduce((sum, { updated }) => sum + updated.length, 0),
    unchanged: all.reduce((sum, { unchanged }) => sum + unchanged, 0),
  };
}

async function storedLibrary(client: LibraryClient): Promise<StandardsLibrary> {
  const { rows: frameworks } = await client.query<LibraryFramework>(
    `select id, code, title, owner, version, valid_from::text as "validFrom", valid_to::text as "validTo", url, source,
            confidence, note
       from standards.framework`,
  );
  const { rows: standards } = await client.query<LibraryStandard>(
    `select id, framework, position, code, kind, title, parent, valid_from::text as "validFrom",
            valid_to::text as "validTo", superseded_by as "supersededBy", source, confidence, note
       from standards.standard`,
  );
  const { rows: mappings } = await client.query<StandardMapping>(
    `select from_id as "from", to_id as "to", strength, mapped_by as "mappedBy", confidence
       from standards.standard_mapping`,
  );
  return { frameworks, standards, mappings };
}

const frameworkRows = `jsonb_to_recordset($1::jsonb) as entry(id text, code text, title text, owner text, version text,
  "validFrom" date, "validTo" date, url text, source text, confidence text, note text)`;

const insertFrameworks = `
  insert into standards.framework
         (id, code, title, owner, version, valid_from, valid_to, url, source, confidence, note)
  select id, code, title, owner, version, "validFrom", "validTo", url, source, confidence, note
    from ${frameworkRows}`;

const updateFrameworks = `
  update standards.framework as stored
     set valid_to = coalesce(entry."validTo", stored.valid_to), url = entry.url, source = entry.source,
         confidence = entry.confidence, note = entry.note
    from ${frameworkRows}
   where stored.id = entry.id`;

const standardRows = `jsonb_to_recordset($1::jsonb) as entry(id text, framework text, position integer, code text,
  kind text, title text, parent text, "validFrom" date, "validTo" date, "supersededBy" text, source text,
  confidence text, note text)`;

/** One statement for all rows, so that a standard may name a parent or a successor that the same load brings. */
const insertStandards = `
  insert into standards.standard
         (id, framework, position, code, kind, title, parent, valid_from, valid_to, superseded_by, source, confidence, note)
  select id, framework, position, code, kind, title, parent, "validFrom", "validTo", "supersededBy", source, confidence, note
    from ${standardRows}`;

const updateStandards = `
  update standards.standard as stored
     set valid_to = coalesce(entry."validTo", stored.valid_to),
         superseded_by = coalesce(entry."supersededBy", stored.superseded_by), position = entry.position,
         source = entry.source, confidence = entry.confidence, note = entry.note
    from ${standardRows}
   where stored.id = entry.id`;

const mappingRows = `jsonb_to_recordset($1::jsonb) as entry("from" text, "to" text, strength text, "mappedBy" text,
  confidence text)`;

const insertMappings = `
  insert into standards.standard_mapping (from_id, to_id, strength, mapped_by, confidence)
  select "from", "to", strength, "mappedBy", confidence
    from ${mappingRows}`;

const updateMappings = `
  update standards.standard_mapping as stored
     set strength = entry.strength, mapped_by = entry."mappedBy", confidence = entry.confidence
    from ${mappingRows}
   where stored.from_id = entry."from" and stored.to_id = entry."to"`;
