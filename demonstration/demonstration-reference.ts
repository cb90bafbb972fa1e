/**
 * What the demonstration takes from the hub's own reference data: standards by regulator and day, review intervals,
 * bands of the risk score. Read once; the generator itself reads nothing.
 */
import { HubError } from "../errors/hub-error.js";
import { intensiveSupport } from "../subgraphs/concerns/concern-references.js";
import type { FrameworkReference } from "../subgraphs/concerns/intensive-support/intensive-support.js";
import { readReference } from "../subgraphs/organisations/reference-file.js";
import { readLibrary } from "../subgraphs/standards/read-library.js";

export interface CitedStandard {
  readonly id: string;
  readonly validFrom: string;
  readonly validTo: string | null;
}

export interface DemonstrationReference {
  readonly regulatorOf: ReadonlyMap<string, string>;
  /** Standards of a regulator that say the same as one of the Education Quality Framework; key `CODE REGULATOR`. */
  readonly mapped: ReadonlyMap<string, readonly CitedStandard[]>;
  /** By category, 0 to 4. */
  readonly reviewDays: readonly (number | null)[];
  readonly bands: FrameworkReference["bands"];
}

export const educationFramework = "EQF-2021";

export async function readDemonstrationReference(): Promise<DemonstrationReference> {
  const [checked, { reference }] = await Promise.all([readLibrary(), readReference()]);
  if ("findings" in checked) throw new HubError("INTERNAL", {}, { cause: checked.findings });
  const { frameworks, standards, mappings } = checked.library;
  const ownerOf = new Map(frameworks.map(({ id, owner }) => [id, owner]));
  const byId = new Map(standards.map((standard) => [standard.id, standard]));

  const mapped = new Map<string, CitedStandard[]>();
  for (const { from, to, strength } of mappings) {
    const standard = byId.get(to);
    if (strength !== "STRONG" || standard === undefined || !from.startsWith(`${educationFramework}:`)) continue;
    const key = `${from.slice(educationFramework.length + 1)} ${ownerOf.get(standard.framework) ?? ""}`;
    mapped.set(key, [...(mapped.get(key) ?? []), standard]);
  }
  return {
    regulatorOf: new Map(reference.professions.map(({ code, regulator }) => [code, regulator])),
    mapped,
    reviewDays: intensiveSupport().categories.map(({ reviewDays }) => reviewDays),
    bands: intensiveSupport().bands,
  };
}
