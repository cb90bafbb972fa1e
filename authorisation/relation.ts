/**
 * Why an organisation has to do with a concern, with a review panel on some, with an agreement to share, or with an
 * entry of the audit. Relations are facts of the casework, kept as rows of an index; everything that anybody may see follows from them and from the
 * policy.
 */
export const relations = [
  /** Answers for the education at the place concerned, manages the concern and confirms its resolution. */
  "RESPONSIBLE",
  /** Runs the site at which the learners work, where that is another organisation. */
  "HOST",
  /** Sent the learners: the university or college whose programme is concerned. */
  "EDUCATION_PROVIDER",
  /** Reported the concern. */
  "REPORTED_BY",
  /** NHS England's team for the region of the provider. */
  "REGIONAL",
  /** NHS England nationally. */
  "NATIONAL",
  /** Regulates a profession concerned, or the setting, and the category is ISF2 or above. */
  "REMIT",
  /** Another body shared the concern with it, under the Emerging Concerns Protocol, until a day. */
  "SHARED",
  /** Convened a review panel on it, or attends one, until the panel is closed; to the panel itself, for good. */
  "PANEL",
  /** The integrated care board of the provider. */
  "ICB",
  /** Is a party to a sharing agreement. What it opens is the agreement itself, and no concern. */
  "PARTY",
  /** Is invited to a review panel and has not answered. What it opens is the invitation, and no concern. */
  "INVITED",
  /** Its people did what an entry of the audit tells of. What it opens is the entry, and no concern. */
  "ACTOR",
] as const;

export type Relation = (typeof relations)[number];

/** Those who answer for the place. They never learn who spoke up, whatever else they are to the concern. */
export const providing: readonly Relation[] = ["RESPONSIBLE", "HOST"];
/** Those who receive a report, and protect whoever spoke up. */
export const protecting: readonly Relation[] = ["REGIONAL", "NATIONAL"];
/** Those that go with a place: who holds one now stands in the past of a concern where whoever held it then stood. */
export const goingWithThePlace: readonly Relation[] = ["RESPONSIBLE", "HOST", "REGIONAL", "ICB"];
