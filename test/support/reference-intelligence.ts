/**
 * Who reads what bodies hold of their own, written down a second time and by hand: what a body of the protocol
 * contributed to a concern is its own, and read by those whom it names; so is a regulator's case that is not published.
 */
type Own = Readonly<Record<string, unknown>>;

// prettier-ignore
export const intelligenceTables = {
  Contribution: `
    field              class         provider  university  reporter  region  nation  regulator  shared  sharedText  board       panel
    id                 OPERATIONAL   no        no          yes       yes     yes     yes        yes     yes         no          yes
    owner              INTELLIGENCE  no        no          yes       yes     yes     yes        yes     yes         no          yes
    receivedOn         INTELLIGENCE  no        no          yes       yes     yes     yes        yes     yes         no          yes
    text               INTELLIGENCE  no        no          yes       yes     yes     yes        yes     yes         no          yes
    sharedWith         INTELLIGENCE  no        no          yes       yes     yes     yes        yes     yes         no          yes`,
  RegulatorCase: `
    field              class         provider  university  reporter  region  nation  regulator  shared  sharedText  board       panel
    id                 OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    regulator          OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    kind               OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    reference          OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    openedOn           OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    closedOn           OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    status             OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    publishedByRegulator OPERATIONAL yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    note               OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    sharedWith         OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes`,
};

/**
 * What a body contributed, as somebody sees it who reads what others contribute: nothing, but for its owner and those
 * whom the owner lets read it; and whom else that is, is for the owner alone.
 */
export function contributionSeenBy(organisation: string, contribution: Own): Own | undefined {
  const codeOf = (body: unknown): unknown => (body as { readonly code: unknown }).code;
  const { owner, regulator, sharedWith } = contribution;
  if (codeOf(owner ?? regulator) === organisation) return contribution;
  return (sharedWith as unknown[]).some((body) => codeOf(body) === organisation)
    ? { ...contribution, sharedWith: null }
    : undefined;
}

/** A regulator's case: published, everybody's who reads the concern; otherwise as what a body contributed is. */
export function caseSeenBy(organisation: string, readsIntelligence: boolean, own: Own): Own | undefined {
  const seen = contributionSeenBy(organisation, own);
  const isPublished = own["publishedByRegulator"] === true;
  if (seen !== undefined && (readsIntelligence || isPublished)) return seen;
  return isPublished ? { ...own, sharedWith: null } : undefined;
}
