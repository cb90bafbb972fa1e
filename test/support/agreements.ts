/** Steps with sharing agreements for tests: each is one mutation through the public endpoint. */
import type { Person } from "./test-issuer.js";
import { aNationalLead, theGmc } from "./people.js";
import type { TestHub } from "./test-hub.js";

export interface AgreementOutcome {
  readonly agreement: { readonly id: string; readonly state: string; readonly version: number } | null;
  readonly userErrors: readonly { readonly code: string; readonly field: string | null; readonly message: string }[];
}

const hour = 3_600_000;

/** Terms that open the narrative of doctors' concerns to the GMC for a year, with what matters said by the test. */
export function terms(more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const now = Date.now();
  return {
    title: "Concerns about doctors in training",
    receiver: "GMC",
    parties: [
      { organisation: "X24", signingRoles: ["QUALITY_LEAD"] },
      { organisation: "GMC", signingRoles: ["QUALITY_LEAD"] },
    ],
    dataClasses: ["NARRATIVE"],
    purposes: ["REGULATION"],
    professions: ["DOCTOR"],
    lawfulBasis: "Public task",
    impactAssessment: "DPIA-7",
    validFrom: new Date(now - hour).toISOString(),
    validUntil: new Date(now + 365 * 24 * hour).toISOString(),
    ...more,
  };
}

export async function onAgreement(
  hub: TestHub,
  person: Person,
  mutation: string,
  input: Readonly<Record<string, unknown>>,
): Promise<AgreementOutcome> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const answer = await hub.as(person).for(
    `mutation Act($input: ${type}!) {
       ${mutation}(input: $input) { agreement { id state version } userErrors { code field message } }
     }`,
    { input },
  );
  const outcome = answer.data?.[mutation] as AgreementOutcome | null | undefined;
  if (outcome === null || outcome === undefined) throw new Error(`${mutation} was not answered: ${answer.text}`);
  return outcome;
}

/** Proposes an agreement and gives its id. */
export async function proposed(hub: TestHub, more: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const { agreement, userErrors } = await onAgreement(hub, aNationalLead, "proposeAgreement", terms(more));
  if (agreement === null) throw new Error(JSON.stringify(userErrors));
  return agreement.id;
}

/** An agreement signed by both its parties; gives its id. */
export async function signed(hub: TestHub, more: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const id = await proposed(hub, more);
  for (const person of [aNationalLead, theGmc]) await onAgreement(hub, person, "signAgreement", { id });
  return id;
}
