/**
 * Sharing agreements of the demonstration: one in force, one that ends soon, one that waits for a signature and one
 * that is suspended. The bodies are real, the agreements are invented.
 */
import type { AgreementEvent } from "../../subgraphs/organisations/agreement-lifecycle.js";

export interface DemonstrationAgreement {
  readonly id: string;
  readonly title: string;
  /** The party to which it opens something; the other one is NHS England. */
  readonly receiver: string;
  readonly classes: readonly string[];
  readonly purposes: readonly string[];
  /** Null: every one. */
  readonly professions: readonly string[] | null;
  readonly regions: readonly string[] | null;
  readonly onwardSharing: string | null;
  readonly validFrom: string;
  readonly validUntil: string;
  readonly proposedOn: string;
  readonly events: readonly (Pick<AgreementEvent, "kind" | "organisation" | "role"> & {
    readonly at: string;
    readonly reason?: string;
  })[];
}

const lead = "QUALITY_LEAD";
const signedBy = (receiver: string, day: string): DemonstrationAgreement["events"] => [
  { kind: "SIGNED", organisation: "X24", role: lead, at: `${day}T10:00:00Z` },
  { kind: "SIGNED", organisation: receiver, role: lead, at: `${day}T15:00:00Z` },
];

export const agreements: readonly DemonstrationAgreement[] = [
  {
    id: "5e0b7f52-6d0b-4b8e-9d2b-4c1f0f6f2a10",
    title: "Nursing, midwifery and nursing associate education",
    receiver: "NMC",
    classes: ["NARRATIVE", "LEARNERS"],
    purposes: ["REGULATION", "SAFEGUARDING"],
    professions: [
      "MIDWIFE",
      "NURSE_ADULT",
      "NURSE_CHILD",
      "NURSE_LEARNING_DISABILITY",
      "NURSE_MENTAL_HEALTH",
      "NURSING_ASSOCIATE",
    ],
    regions: null,
    onwardSharing: null,
    validFrom: "2026-04-01T00:00:00Z",
    validUntil: "2029-04-01T00:00:00Z",
    proposedOn: "2026-02-16",
    events: signedBy("NMC", "2026-03-09"),
  },
  {
    id: "c7b0a1d4-3f64-4a37-8a5d-0b9f6f4b7e21",
    title: "Allied health professions in the Midlands and London",
    receiver: "HCPC",
    classes: ["NARRATIVE"],
    purposes: ["REGULATION"],
    professions: null,
    regions: ["Y56", "Y60"],
    onwardSharing: null,
    validFrom: "2025-01-10T00:00:00Z",
    validUntil: "2027-01-10T00:00:00Z",
    proposedOn: "2024-11-25",
    events: signedBy("HCPC", "2024-12-12"),
  },
  {
    id: "2a9d3c66-91f5-4b0c-b7c4-6d5e8a1f3b32",
    title: "Learning environments at registered providers",
    receiver: "CQC",
    classes: ["NARRATIVE"],
    purposes: ["REGULATION"],
    professions: null,
    regions: null,
    onwardSharing: "Inspection teams may be given what bears on a planned assessment.",
    validFrom: "2026-12-01T00:00:00Z",
    validUntil: "2028-12-01T00:00:00Z",
    proposedOn: "2026-11-09",
    events: [{ kind: "SIGNED", organisation: "X24", role: lead, at: "2026-11-11T09:30:00Z" }],
  },
  {
    id: "8f14c2ab-7b3e-4d59-a6f0-1e2d3c4b5a43",
    title: "Postgraduate medical education",
    receiver: "GMC",
    classes: ["NARRATIVE", "LEARNERS"],
    purposes: ["REGULATION"],
    professions: ["DOCTOR"],
    regions: null,
    onwardSharing: null,
    validFrom: "2025-09-01T00:00:00Z",
    validUntil: "2028-09-01T00:00:00Z",
    proposedOn: "2025-06-30",
    events: [
      ...signedBy("GMC", "2025-08-04"),
      {
        kind: "SUSPENDED",
        organisation: "X24",
        role: "EXECUTIVE",
        at: "2026-11-02T11:00:00Z",
        reason: "The impact assessment is being renewed.",
      },
    ],
  },
];
