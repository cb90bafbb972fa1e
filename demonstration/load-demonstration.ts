/**
 * Loads the demonstration: invented organisations and their concerns, the same every time. What is there already is
 * left alone, so it may run at every start. Relies on the directory's reference data, which says whose remit is what.
 */
import type { Client, ClientBase } from "pg";
import type { Bodies, Remit } from "../authorisation/relations-of.js";
import { HubError } from "../errors/hub-error.js";
import type { IdentitySealKey } from "../subgraphs/concerns/speaking-up/identity-seal.js";
import { readDemonstrationReference } from "./demonstration-reference.js";
import { demonstrationLastDay, demonstrationSeed } from "./generate-concern.js";
import { loadDemonstrationAgreements } from "./load-agreements.js";
import { loadDemonstrationConcerns } from "./load-concerns.js";
import type { ConcernLoadCounts } from "./load-concerns.js";
import { loadDemonstrationOrganisations } from "./load-organisations.js";
import { nationalBody } from "./reporting.js";

export interface DemonstrationOptions {
  /** How many concerns there are to be, with those that are there. */
  readonly concerns: number;
  /** The first seals the identities of reporters. */
  readonly identityKeys: readonly IdentitySealKey[];
  /** Called when the organisations are there, before the first concern is added. */
  readonly onDirectory?: () => Promise<unknown>;
  readonly onProgress?: (stored: number, concerns: number) => void;
}

export interface DemonstrationCounts extends ConcernLoadCounts {
  readonly organisations: number;
}

export const usualConcerns = 2_000;

/** @param client signed in as the writer, and in no transaction. */
export async function loadDemonstration(
  client: Client,
  { concerns, identityKeys: [identityKey], onDirectory, onProgress }: DemonstrationOptions,
): Promise<DemonstrationCounts> {
  if (identityKey === undefined) throw new HubError("INTERNAL", {}, { cause: "no key to seal identities with" });
  const reference = await readDemonstrationReference();
  const organisations = await loadDemonstrationOrganisations(client);
  await loadDemonstrationAgreements(client);
  await onDirectory?.();
  const counts = await loadDemonstrationConcerns(client, {
    demonstration: { seed: demonstrationSeed, lastDay: demonstrationLastDay, reference },
    concerns,
    bodies: await readBodies(client),
    identityKey,
    onProgress: onProgress ?? (() => undefined),
  });
  return { organisations, ...counts };
}

async function readBodies(client: ClientBase): Promise<Bodies> {
  const { rows } = await client.query<{ regulator: string; everySetting: boolean; professions: string[] }>(
    `select regulator, bool_or(every_setting) as "everySetting",
            coalesce(array_agg(profession) filter (where profession is not null), '{}') as professions
       from organisations.published_remit group by regulator`,
  );
  if (rows.length === 0) throw new HubError("INTERNAL", {}, { cause: "the directory knows no regulator's remit" });
  const remits = rows.map(({ regulator, everySetting, professions }): Remit => ({
    regulator,
    professions: everySetting ? "EVERY_SETTING" : new Set(professions),
  }));
  return { national: nationalBody, remits };
}
