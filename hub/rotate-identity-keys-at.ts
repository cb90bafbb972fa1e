/**
 * Brings all that is sealed under the newest of the keys in IDENTITY_KEYS: who spoke up, the secrets of webhooks, and the
 * files on concerns. Nothing is begun while something lies under a key that is not there any more: it would be lost
 * unnoticed with the next key that is dropped.
 */
import { openPatientWriterSource } from "../database/writer-source.js";
import { StartRefusal } from "../database/start-refusal.js";
import type { Settings } from "../settings/structured-settings.js";
import { concernsTables } from "../subgraphs/concerns/every-table.js";
import { keysInUse, resealRows, sealedColumns } from "../subgraphs/concerns/sealing/reseal-command.js";
import { contentStoreIn } from "./evidence-files.js";

export interface Rotated {
  readonly resealed: number;
  /** Still under another key than the newest. */
  readonly left: number;
}

type KeysInUse = ReadonlyMap<string, number>;

/** What is sealed in one place. */
interface SealedPlace {
  keysInUse(): Promise<KeysInUse>;
  reseal(): Promise<number>;
}

/** By what is sealed: `identities`, `webhook secrets`, `files`. */
export type Rotation = Readonly<Record<string, Rotated>>;

export async function rotateIdentityKeysAt(settings: Settings, url: string, stopping?: AbortSignal): Promise<Rotation> {
  const { identityKeys: keys } = settings;
  const [newest] = keys;
  const store = contentStoreIn(settings);
  const writer = await openPatientWriterSource(settings, url, concernsTables);
  const rows = Object.entries(sealedColumns).map(([what, column]): [string, SealedPlace] => [
    what,
    {
      keysInUse: () => keysInUse(writer.manager, column),
      reseal: () => resealRows(writer, column, { keys, stopping }),
    },
  ]);
  const places: readonly [string, SealedPlace][] = [
    ...rows,
    ["files", { keysInUse: () => store.keysInUse(), reseal: () => store.reseal(stopping) }],
  ];
  try {
    const findings: string[] = [];
    for (const [what, place] of places) findings.push(...lost(what, await place.keysInUse(), keys));
    if (findings.length > 0) throw new StartRefusal(findings.join("\n"));
    const rotation: [string, Rotated][] = [];
    for (const [what, place] of places) {
      const resealed = await place.reseal();
      const inUse = await place.keysInUse();
      const left = [...inUse].reduce((sum, [id, count]) => (id === newest.id ? sum : sum + count), 0);
      rotation.push([what, { resealed, left }]);
    }
    return Object.fromEntries(rotation);
  } finally {
    await writer.destroy();
  }
}

function lost(what: string, inUse: KeysInUse, keys: Settings["identityKeys"]): string[] {
  return [...inUse]
    .filter(([id]) => !keys.some((key) => key.id === id))
    .map(([id, count]) => `IDENTITY_KEYS has no key ${id}, under which ${what} are sealed (${count}).`);
}
