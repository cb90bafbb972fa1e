/**
 * Questions that put what is withheld from somebody into every position there is: asked for, filtered by, put in
 * order, counted, searched, paged through, named as an entity's parent, acted upon, and in what an error says.
 */
import { atVersion, mutationDocument, mutationInputs } from "./mutation-inputs.js";
import { orders } from "./reference-filter.js";
import { changesSince } from "./what-changed.js";
import type { TestHub } from "./test-hub.js";
import type { Person } from "./test-issuer.js";

export interface Question {
  /** The document and its variables, or what is paged through. */
  readonly title: string;
  readonly changes: boolean;
  /** Everything that is answered, status and body. */
  ask(hub: TestHub, person: Person): Promise<string>;
}

const score = "{ likelihood impact score band }";
const concern = `id reference title status category raisedOn identifiedOn closedOn version
  provider { name } site { name } educationProvider { name } region { name } reportedBy { name }
  subjectLevel department programme professions themes sourceType patientSafetyRisk learnerSafetyRisk immediateRisk
  standards { title } risk { inherent ${score} residual ${score} suggestedCategory scoredBy scoredOn } nextReviewOn overdue daysInCategory
  stepDown { to needs scoreAtMost requirements { id } }
  categoryHistory { from to on role organisation { name } reason evidence } categorySignOffs { id from to on role reason }
  providerHistory { organisation { name } from to successor { name } among { name } reason }
  summary narrative declineReason internalNotes learnersAffected
  requirements { id kind standard { id } text issuedOn dueOn status overdue closedOn answeredOn answeredInTime responses { id kind text on role }
    conditions { id text owner setOn dueOn overdue metOn metBy { name } statement } }
  reviews { id type status organisation { name } scheduledFor heldOn nextMeetingOn requirements { id } panel met evidence
    findings goodPractice cancelReason finalReportOn publishedOn summary }
  progress { kind submittedOn summary detail role } reporter { identityMode coarseRole name contact }
  actions { id text detail owner plannedOn dueOn status overdue completedOn droppedOn outcome requirement { id } }
  panels { id contributions { text } }
  evidence { id name mediaType sha256 size description addedOn addedBy { name } releasedOn downloadPath contentKey }
  shares { id organisation { name } sharedBy { name } classes reason sharedOn until withdrawnOn }
  timeline(first: 5) { totalCount edges { cursor node { kind on organisation { name } role record { type id } } }
    pageInfo { hasNextPage endCursor } }
  reveals { id state reason requestedBy requestedOn answeredBy answeredOn answerReason openUntil } detrimentReported
  detriments { id kinds text noticedOn reportedOn reportedBy { name } role }
  emergencyAccess { id by organisation { name } role reason at until }
  intelligence { id owner { name } receivedOn text sharedWith { name } }
  regulatorCases { id regulator { name } kind reference openedOn closedOn status publishedByRegulator note sharedWith { name } }
  access { relations hidden { field dataClass because ask } }`;
const previewed = `version narrative panels { id } shares { id } intelligence { id } regulatorCases { id }
  removals { id } mergedFrom { id } timeline(first: 3) { totalCount } access { relations }`;
const panel = `id state purpose version concerns { id title } invitations { organisation { name } state }
  contributions { text } actions { text } dissents { text }`;
const list = "totalCount edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }";

const filters: readonly string[] = [
  'text: "nights"',
  'text: "planted"',
  'text: "missing"',
  "overdue: true",
  "overdue: false",
  'raisedFrom: "2025-01-01"',
  'raisedTo: "2026-01-01"',
  "categoryAtLeast: ISF2",
  "status: [REPORTED, IN_PROGRESS]",
  "status: [CLOSED, DECLINED, RESOLUTION_CONFIRMED]",
  'requirementDueBy: "2999-12-31"',
  "requirementKind: [IMMEDIATE_MANDATORY]",
  'region: ["Y56"]',
  'region: ["Y60"]',
  'site: ["ZZN0101"]',
  'provider: ["ZZA01", "ZZN01"]',
  "profession: [DOCTOR]",
  "theme: [INDUCTION]",
  'standard: ["EQF-2021:3.5"]',
  "hasEnhancedMonitoring: false",
  'text: "nights", categoryAtLeast: ISF1',
];

const organisations = ["ZZN01", "ZZE01", "ZZA01", "Y60", "Y56", "QHL", "ZZWEXU"];

/** Refused by their version where by nothing else: no answer may change what the next question is about. */
const neverTheVersion = 999_999;

/** Reading first, since most of what differs shows there. */
export function everyQuestion(ids: readonly string[], references: readonly unknown[]): readonly Question[] {
  const filtered = filters.map((filter, index) => `f${index}: concerns(filter: { ${filter} }) { ${list} }`);
  const ordered = Object.keys(orders).map((order) => `${order}: concerns(orderBy: ${order}, first: 3) { ${list} }`);
  const byId = ids.map((id, index) => `c${index}: concern(id: "${id}") { id version status narrative }`);
  const byReference = references.map(
    (reference, index) => `r${index}: concerns(filter: { reference: "${String(reference)}" }) { ${list} }`,
  );
  const nested = organisations.map(
    (code) => `${code}: organisation(code: "${code}") {
      riskProfile { open byCategory { category count } overdue oldestOpenDays trend { time opened closed } }
      concerns(first: 4, orderBy: LAST_CHANGED) { ${list} } }`,
  );
  const previews = ids.map(
    (id, index) => `p${index}: previewAccess(concern: "${id}", organisation: "HCPC", dataClasses: [NARRATIVE]) {
      concern { ${previewed} } userErrors { code } }`,
  );
  return [
    reading(`{ concerns(first: 20) { totalCount nodes { ${concern} } } }`),
    { title: "what changed, page by page", changes: false, ask: everyChange },
    ...[byId, ordered, filtered, byReference, nested, previews]
      .flatMap(inTens)
      .map((fields) => reading(`{ ${fields.join(" ")} }`)),
    reading(`{ reviewPanels(first: 100) { ${list} nodes { ${panel} } } myActions { ${list} } }`),
    reading(`{ standard(id: "EQF-2021:3.5") { concerns(first: 4) { ${list} } } }`),
    reading(`{ viewer { organisation { code } role } concerns(after: "no cursor") { totalCount } }`),
    { title: "a list, page by page", changes: false, ask: everyPage },
    ...Object.entries(mutationInputs).map(([mutation, input], index) =>
      sending(mutationDocument(mutation), {
        input: atVersion(mutation, { ...input, id: ids[index % ids.length] }, neverTheVersion),
      }),
    ),
  ];
}

/** A request has at most ten fields at its root. */
function inTens(fields: readonly string[]): string[][] {
  return fields.flatMap((_, index) => (index % 10 === 0 ? [fields.slice(index, index + 10)] : []));
}

function reading(query: string): Question {
  return { title: query, changes: false, ask: (hub, person) => answerTo(hub, person, query) };
}

function sending(query: string, variables: Readonly<Record<string, unknown>>): Question {
  return {
    title: `${query}\n${JSON.stringify(variables)}`,
    changes: true,
    ask: (hub, person) => answerTo(hub, person, query, variables),
  };
}

async function answerTo(
  hub: TestHub,
  person: Person,
  query: string,
  variables?: Readonly<Record<string, unknown>>,
): Promise<string> {
  const { status, text } = await hub.as(person).for(query, variables);
  return `${status} ${text}`;
}

/** What somebody is told who asks for the first time what changed. */
async function everyChange(hub: TestHub, person: Person): Promise<string> {
  const pages: string[] = [];
  for (let since: string | null = null; ;) {
    const changes = await changesSince(hub, person, since, 8);
    pages.push(JSON.stringify(changes));
    if (!changes.hasMore) return pages.join("\n");
    since = changes.cursor;
  }
}

/** All pages of a list, each reached by the cursor of the one before. */
async function everyPage(hub: TestHub, person: Person): Promise<string> {
  const asking = hub.as(person);
  const pages: string[] = [];
  for (let after: string | null = null; ;) {
    const answer = await asking.for(`query($after: String) { concerns(first: 3, after: $after) { ${list} } }`, {
      after,
    });
    pages.push(`${answer.status} ${answer.text}`);
    const { pageInfo } = answer.data?.["concerns"] as unknown as {
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
    if (!pageInfo.hasNextPage) return pages.join("\n");
    after = pageInfo.endCursor;
  }
}
