/**
 * The shape of the directory's reference data: one entry a line, each with where it is from and how sure its least
 * certain fact is. Reads the files, takes every entry that has its shape and reports every one that has not; whether
 * the entries agree with one another is reference-check.ts.
 */
import { readFile } from "node:fs/promises";
import { z } from "zod";
import { organisationKinds } from "../../authorisation/caller.js";
import { organisationCode } from "./organisation-code.js";

/**
 * FOUND in a public source; DERIVED from found data; HIGH, MEDIUM and LOW: common knowledge of the trade, by how sure;
 * JUDGEMENT: the project's own decision.
 */
export const confidences = ["FOUND", "DERIVED", "HIGH", "MEDIUM", "LOW", "JUDGEMENT"] as const;

const code = z.string().regex(organisationCode);
const professionCode = z.string().regex(/^[A-Z][A-Z_]{2,59}$/);
const text = z.string().trim().min(1).max(200);
const provenance = { source: text, confidence: z.enum(confidences) };

const organisationEntry = z.strictObject({
  code,
  name: text,
  kind: z.enum(organisationKinds),
  openedOn: z.iso.date().nullable().default(null),
  closedOn: z.iso.date().nullable().default(null),
  region: code.nullable().default(null),
  parent: code.nullable().default(null),
  /** UK provider reference number. */
  ukprn: z
    .string()
    .regex(/^[0-9]{8}$/)
    .nullable()
    .default(null),
  /** Code of the Office for National Statistics. */
  onsCode: z
    .string()
    .regex(/^E[0-9]{8}$/)
    .nullable()
    .default(null),
  /** Code under which the General Medical Council knows a designated body. */
  designatedBody: z
    .string()
    .regex(/^1-[0-9A-Z-]{3,10}$/)
    .nullable()
    .default(null),
  remit: z
    .strictObject({ professions: z.array(professionCode).default([]), everySetting: z.boolean().default(false) })
    .default({ professions: [], everySetting: false }),
  ...provenance,
});

const professionEntry = z.strictObject({ code: professionCode, title: text, regulator: code, ...provenance });

/** `on` is the successor's first day: the day after the predecessor's last. */
const successionEntry = z.strictObject({ predecessor: code, successor: code, on: z.iso.date(), ...provenance });

const qualityTeamEntry = z.strictObject({
  code,
  organisation: code,
  name: text,
  mailbox: z.email().nullable(),
  ...provenance,
});

const signatoryEntry = z.strictObject({
  organisation: code,
  from: z.iso.date(),
  until: z.iso.date().nullable().default(null),
  ...provenance,
});

export type OrganisationEntry = z.infer<typeof organisationEntry>;
export type ProfessionEntry = z.infer<typeof professionEntry>;
export type SuccessionEntry = z.infer<typeof successionEntry>;
export type QualityTeamEntry = z.infer<typeof qualityTeamEntry>;
export type SignatoryEntry = z.infer<typeof signatoryEntry>;

export interface Reference {
  readonly organisations: readonly OrganisationEntry[];
  readonly professions: readonly ProfessionEntry[];
  readonly successions: readonly SuccessionEntry[];
  readonly qualityTeams: readonly QualityTeamEntry[];
  /** Signatories of the Emerging Concerns Protocol. */
  readonly signatories: readonly SignatoryEntry[];
}

export interface ReferenceFinding {
  readonly file: string;
  /** Counted from 1; null where the file as a whole is meant. */
  readonly entry: number | null;
  readonly why: string;
}

export interface Entries<Entry> {
  readonly entries: readonly Entry[];
  readonly findings: readonly ReferenceFinding[];
}

const organisationFiles = [
  "national-bodies.json",
  "regions.json",
  "local-offices.json",
  "icbs.json",
  "regulators-and-ombudsmen.json",
  "universities.json",
];

export async function readReference(
  folder: URL = new URL("./reference/", import.meta.url),
): Promise<{ readonly reference: Reference; readonly findings: readonly ReferenceFinding[] }> {
  const read = async <Entry>(schema: z.ZodType<Entry>, file: string): Promise<Entries<Entry>> =>
    parseEntries(schema, file, await readFile(new URL(file, folder), "utf8"));
  const organisations = await Promise.all(organisationFiles.map((file) => read(organisationEntry, file)));
  const professions = await read(professionEntry, "professions.json");
  const successions = await read(successionEntry, "icb-successions.json");
  const qualityTeams = await read(qualityTeamEntry, "quality-teams.json");
  const signatories = await read(signatoryEntry, "signatories.json");
  return {
    reference: {
      organisations: organisations.flatMap(({ entries }) => entries),
      professions: professions.entries,
      successions: successions.entries,
      qualityTeams: qualityTeams.entries,
      signatories: signatories.entries,
    },
    findings: [...organisations, professions, successions, qualityTeams, signatories].flatMap(
      ({ findings }) => findings,
    ),
  };
}

/** The lineage of trusts, which the import of a trusts file takes beside it. */
export function parseLineage(file: string, content: string): Entries<SuccessionEntry> {
  return parseEntries(successionEntry, file, content);
}

function parseEntries<Entry>(schema: z.ZodType<Entry>, file: string, content: string): Entries<Entry> {
  const list = parseList(content);
  if (list === null) return { entries: [], findings: [{ file, entry: null, why: "The file is not a JSON list." }] };
  const entries: Entry[] = [];
  const findings: ReferenceFinding[] = [];
  for (const [index, value] of list.entries()) {
    const parsed = schema.safeParse(value);
    if (parsed.success) entries.push(parsed.data);
    else findings.push({ file, entry: index + 1, why: z.prettifyError(parsed.error).replaceAll("\n", " ") });
  }
  return { entries, findings };
}

function parseList(content: string): readonly unknown[] | null {
  try {
    const value: unknown = JSON.parse(content);
    return Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
