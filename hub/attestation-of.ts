/** What the guard of a subgraph answers for, told to the gateway before it serves. */
import { policyVersion } from "../authorisation/policy.js";
import type { GuardAttestation } from "../gateway/attestation.js";
import type { Subgraph } from "../subgraphs/define-subgraph.js";

export function attestationOf({ name, sdlHash, dataClasses }: Subgraph): GuardAttestation {
  return { subgraph: name, policyVersion, sdlHash, policies: dataClasses, guarded: true };
}
