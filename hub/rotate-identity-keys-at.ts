/**
 * Brings all that is sealed under the newest of the keys in IDENTITY_KEYS: who spoke up, the secrets of webhooks, and the
 * files on concerns. Nothing is begun while something lies under a key that is not there any more: it would be lost
 * unnoticed with the next key that is dropped.
 */
import { StartRefusal } from "../database/start-refusal.js";
import type { Settings } from "../settings/structured-settings.js";
import { keysInUse, resealRows, sealedColumns } from "../subgraphs/concerns/sealing/reseal-command.js";
import { contentStoreIn } from "./evidence-files.js";
import { withConcernsWriter } from "./with-concerns-writer.js";

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

export function rotateIdentityKeysAt(settings: Settings, url: string, stopping?: AbortSignal): Promise<Rotation> {
  const { identityKeys: keys } = settings;
  const store = contentStoreIn(settings);
  return withConcernsWriter(settings, url, (writer) => {
    const rows = Object.entries(sealedColumns).map(([what, column]): [string, SealedPlace] => [
      what,
      {
        keysInUse: () => keysInUse(writer.manager, column),
        reseal: () => resealRows(writer, column, { keys, stopping }),
      },
    ]);
    const files = { keysInUse: () => store.keysInUse(), reseal: () => store.reseal(stopping) };
    return rotate([...rows, ["files", files]], keys);
  });
}

async function rotate(
  places: readonly (readonly [string, SealedPlace])[],
  keys: Settings["identityKeys"],
): Promise<Rotation> {
  const [newest] = keys;
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
}

function lost(what: string, inUse: KeysInUse, keys: Settings["identityKeys"]): string[] {
  return [...inUse]
    .filter(([id]) => !keys.some((key) => key.id === id))
    .map(([id, count]) => `IDENTITY_KEYS has no key ${id}, under which ${what} are sealed (${count}).`);
}
