/** Who reports, by which way, and whether they may be known. */
import type { LearnerGroup } from "./learners/learner-group.js";
import type { Random } from "./random.js";
import type { ThemeWording } from "./wording/theme-wording.js";

export const nationalBody = "X24";

export interface Reporting {
  readonly sourceType: string;
  readonly reportedBy: string;
  readonly identityMode: "OPEN" | "CONFIDENTIAL" | "ANONYMOUS";
}

export interface ReportedPlace {
  readonly trust: string;
  readonly region: string;
  readonly educationProvider: string | null;
  /** Of the profession. */
  readonly regulator: string;
  readonly group: LearnerGroup;
  readonly lead: ThemeWording;
}

type Reporter = "TRUST" | "REGION" | "UNIVERSITY" | "REGULATOR" | "NATIONAL";

interface Way {
  readonly sourceType: string;
  readonly weight: number;
  readonly by: readonly Reporter[];
  /** Only for these learners. */
  readonly only?: "DOCTOR" | "UNIVERSITY";
  /** A person is behind it, who may want not to be known. */
  readonly personal?: true;
}

const ways: readonly Way[] = [
  { sourceType: "LEARNER", weight: 24, by: ["REGION", "REGION", "TRUST", "UNIVERSITY"], personal: true },
  { sourceType: "EDUCATOR", weight: 9, by: ["REGION", "TRUST"], personal: true },
  { sourceType: "PROVIDER", weight: 9, by: ["TRUST"] },
  { sourceType: "HEI", weight: 13, by: ["UNIVERSITY"], only: "UNIVERSITY" },
  { sourceType: "PROGRAMME_LEAD", weight: 9, by: ["REGION"], personal: true },
  { sourceType: "NTS", weight: 12, by: ["REGION"], only: "DOCTOR" },
  { sourceType: "NETS", weight: 9, by: ["REGION", "REGION", "NATIONAL"] },
  { sourceType: "REVIEW", weight: 7, by: ["REGION"] },
  { sourceType: "REGULATOR", weight: 3, by: ["REGULATOR"] },
  { sourceType: "FTSU_REPORT", weight: 4, by: ["TRUST"], personal: true },
  { sourceType: "GUARDIAN_SAFE_WORKING", weight: 4, by: ["TRUST"], only: "DOCTOR" },
  { sourceType: "COMPLAINT", weight: 1.5, by: ["TRUST", "REGION"], personal: true },
  { sourceType: "MEDIA", weight: 0.6, by: ["REGION"] },
  { sourceType: "ECP_PANEL", weight: 1.2, by: ["NATIONAL", "REGION"] },
];

const modes = [
  { mode: "OPEN", weight: 34 },
  { mode: "CONFIDENTIAL", weight: 44 },
  { mode: "ANONYMOUS", weight: 22 },
] as const;

/** @param wished the source, where it is open to these learners. */
export function drawReporting(random: Random, place: ReportedPlace, wished: string | undefined): Reporting {
  const open = ways.filter((way) => isOpenTo(way, place));
  const wanted = open.filter(({ sourceType }) => sourceType === wished);
  const way = random.weighted(wanted.length > 0 ? wanted : open, ({ weight }) => weight);
  const reporters = way.by.filter((by) => by !== "UNIVERSITY" || place.educationProvider !== null);
  return {
    sourceType: way.sourceType,
    reportedBy: codeOf(random.pick(reporters), place),
    identityMode: way.personal === true ? random.weighted(modes, ({ weight }) => weight).mode : "OPEN",
  };
}

function isOpenTo({ sourceType, only }: Way, { group, educationProvider, lead }: ReportedPlace): boolean {
  if (sourceType === "LEARNER" && lead.toldBy === "EDUCATOR") return false;
  if (only === "UNIVERSITY") return educationProvider !== null;
  return only === undefined || (group.profession === "DOCTOR" && educationProvider === null);
}

function codeOf(reporter: Reporter, { trust, region, educationProvider, regulator }: ReportedPlace): string {
  const codes: Record<Reporter, string> = {
    TRUST: trust,
    REGION: region,
    UNIVERSITY: educationProvider ?? region,
    REGULATOR: regulator,
    NATIONAL: nationalBody,
  };
  return codes[reporter];
}
