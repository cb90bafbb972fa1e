/**
 * A concern with a word planted in every protected place, and who may read each of them, by hand. Names of no one, in no
 * dictionary: where one of them turns up, somebody read it.
 */
import { assessed, done } from "./casework.js";
import { evidenceAdded } from "./evidence.js";
import { inThreeMonths } from "./mutation-inputs.js";
import { convened, donePanel, joint } from "./panel-steps.js";
import * as people from "./people.js";
import { waitingReveals } from "./protection.js";
import type { TestHub } from "./test-hub.js";
import type { Person } from "./test-issuer.js";

export interface Canary {
  /** As it is written, whatever stands around it. */
  readonly word: string;
  /** Names of the people to whom the policy gives it on this concern. */
  readonly readers: readonly string[];
  /** The tables in which it stands in plain text. */
  readonly tables: readonly string[];
}

export const inAnEmergency: Person = { ...people.theGmc, name: "gmc-in-an-emergency", purpose: "BREAK_GLASS" };

const region = ["midlands-lead", "midlands-caseholder"];
const nhsEngland = [...region, "national-lead"];
const provider = ["northmoor-lead", "northmoor-executive"];
/** Beside NHS England and who reported it: the CQC by a share of the narrative, the GMC at a panel. */
const toldTheReport = [...nhsEngland, "wexbridge-university", "cqc", "gmc", inAnEmergency.name];
const atThePanel = ["midlands-lead", "midlands-caseholder", "gmc", inAnEmergency.name];
const protecting = ["midlands-caseholder", "midlands-guardian"];

export const canaries = {
  name: { word: "Zephyrine Quillfeather", readers: ["midlands-caseholder"], tables: [] },
  contact: { word: "zq@quillfeather.example", readers: ["midlands-caseholder"], tables: [] },
  // Its former version stays, for whoever may ask what was known on a day.
  narrative: {
    word: "narrwhal-nights",
    readers: toldTheReport,
    tables: ["concerns.concern", "concerns.former_version"],
  },
  note: { word: "notewhal-note", readers: nhsEngland, tables: ["concerns.internal_note"] },
  revealReason: { word: "revwhal-reason", readers: protecting, tables: ["concerns.identity_reveal"] },
  revealAnswer: { word: "answhal-answer", readers: protecting, tables: ["concerns.identity_reveal"] },
  detriment: { word: "detwhal-detriment", readers: protecting, tables: ["concerns.detriment_report"] },
  glass: { word: "glasswhal-reason", readers: nhsEngland, tables: ["concerns.emergency_access"] },
  progress: { word: "progwhal-detail", readers: [...nhsEngland, ...provider], tables: ["concerns.progress_update"] },
  response: {
    word: "respwhal-answer",
    readers: [...nhsEngland, ...provider],
    tables: ["concerns.requirement_response"],
  },
  keptFile: { word: "keptwhal.pdf", readers: [...nhsEngland, "cqc"], tables: ["concerns.evidence"] },
  releasedFile: {
    word: "freewhal.pdf",
    readers: [...nhsEngland, "cqc", ...provider],
    tables: ["concerns.evidence"],
  },
  share: {
    word: "sharewhal-reason",
    readers: [...nhsEngland, "midlands-guardian", "cqc"],
    tables: ["concerns.concern_share"],
  },
  intelligence: { word: "intwhal-knowledge", readers: ["nmc", "cqc"], tables: ["concerns.contribution"] },
  panelText: { word: "panwhal-contribution", readers: atThePanel, tables: ["concerns.panel_contribution"] },
  panelDecision: { word: "decwhal-rationale", readers: atThePanel, tables: ["concerns.review_panel"] },
} as const satisfies Readonly<Record<string, Canary>>;

const { aCaseHolder, aGuardian, aProviderLead, aRegionalLead, aUniversityLead, theGmc, theNmc } = people;

export interface CanaryWorld {
  readonly concern: string;
  readonly panel: string;
}

/** For doctors at ISF2, so that the GMC and the CQC have it in their remit; known to the NMC by a share. */
export async function plantCanaries(hub: TestHub): Promise<CanaryWorld> {
  const reporter = { identityMode: "CONFIDENTIAL", name: canaries.name.word, contact: canaries.contact.word };
  const id = await assessed(
    hub,
    { reporter: aUniversityLead, lead: aRegionalLead, category: "ISF2" },
    { narrative: `It was ${canaries.narrative.word}.`, reporter, sourceType: "FTSU_REPORT" },
  );
  await done(hub, aRegionalLead, "addInternalNote", { id, text: canaries.note.word });
  await done(hub, aProviderLead, "submitProgress", { id, summary: "It goes on.", detail: canaries.progress.word });
  await answered(hub, id);
  await evidenceAdded(hub, aRegionalLead, id, { name: canaries.keptFile.word });
  await evidenceAdded(hub, aRegionalLead, id, { name: canaries.releasedFile.word, release: true });
  const terms = { id, until: inThreeMonths };
  const toTheCqc = { organisation: "CQC", dataClasses: ["NARRATIVE"], reason: canaries.share.word };
  await done(hub, aRegionalLead, "shareConcern", { ...terms, ...toTheCqc });
  await done(hub, aRegionalLead, "shareConcern", { ...terms, organisation: "NMC", dataClasses: [], reason: "Nurses." });
  const knowledge = { text: canaries.intelligence.word, receivedOn: "2026-01-05", sharedWith: ["CQC"] };
  await done(hub, theNmc, "contributeIntelligence", { id, ...knowledge });
  await done(hub, inAnEmergency, "breakGlass", {
    id,
    immediateRisk: true,
    reason: `A learner is alone: ${canaries.glass.word}.`,
  });
  await protect(hub, id);

  const panel = await convened(hub, id, { attending: [theGmc], invited: ["HCPC"] });
  await donePanel(hub, theGmc, "contributeToPanel", { id: panel, text: canaries.panelText.word });
  const decision = { ...joint, rationale: canaries.panelDecision.word };
  await donePanel(hub, aRegionalLead, "recordPanelDecision", { id: panel, ...decision });
  return { concern: id, panel };
}

async function answered(hub: TestHub, id: string): Promise<void> {
  const requirement = { kind: "MANDATORY", standard: "EQF-2021:3.5", text: "Name a clinician.", dueOn: "2999-01-01" };
  await done(hub, aRegionalLead, "issueRequirement", { id, ...requirement });
  const answer = await hub
    .as(aRegionalLead)
    .for("query Read($id: ID!) { concern(id: $id) { requirements { id } } }", { id });
  const { requirements } = answer.data?.["concern"] as unknown as { requirements: { id: string }[] };
  const requirementId = requirements[0]?.id;
  await done(hub, aProviderLead, "respondToRequirement", { id, requirementId, text: canaries.response.word });
}

/** Who spoke up is told to the case-holder for an hour; that somebody suffered for it was reported. */
async function protect(hub: TestHub, id: string): Promise<void> {
  await done(hub, aCaseHolder, "requestIdentityReveal", { id, reason: canaries.revealReason.word });
  const [revealId] = await waitingReveals(hub, id);
  const answer = { id, revealId, approve: true, reason: canaries.revealAnswer.word };
  await done(hub, aGuardian, "approveIdentityReveal", answer);
  const detriment = { id, kind: "CAREER", text: canaries.detriment.word, noticedOn: "2026-01-31" };
  await done(hub, aUniversityLead, "reportDetriment", detriment);
}
