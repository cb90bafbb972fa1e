/** Somebody who asks, as the hub knows them once their token is verified: a provider's quality lead. */
import type { Caller } from "../../authorisation/caller.js";

export const aCaller: Caller = {
  issuer: "https://issuer.test",
  subject: "a provider's lead",
  organisation: "ZZN01",
  organisationKind: "TRUST",
  role: "QUALITY_LEAD",
  purpose: "EDUCATION_QUALITY",
  assurance: null,
  tokenId: "1",
};
