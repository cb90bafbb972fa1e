/**
 * Claim mappings for the identity providers that the hub's users have. The tables are left to the deployment: which
 * NHS role code, or which tenant, stands for what is a decision of the owner's, and an empty table lets nobody in.
 */
import type { Role } from "../authorisation/caller.js";
import type { FlatMapping, RoleListMapping } from "./claim-mapping.js";

/** The hub's own claims: `org`, `roles` and `role`. */
export const hubMapping: FlatMapping = {
  kind: "flat",
  tokenId: "jti",
  assurance: "assurance",
  organisation: "org",
  organisationCodes: null,
  roles: "roles",
  selectedRole: "role",
  roleNames: null,
};

/** NHS Care Identity Service 2: `selected_roleid` picks one of the national role-based access entries. */
export function nhsCis2Mapping(roleCodes: Readonly<Record<string, Role>>): RoleListMapping {
  return {
    kind: "role-list",
    tokenId: "jti",
    assurance: "idassurancelevel",
    selectedEntry: "selected_roleid",
    entries: "nhsid_nrbac_roles",
    entryId: "person_roleid",
    entryOrganisation: "org_code",
    entryRole: "role_code",
    roleCodes,
  };
}

/**
 * Entra ID: the tenant (`tid`) stands for the organisation, application roles for our roles. Access tokens carry their
 * id as `uti`, and have no selected role: a person holds one application role.
 */
export function entraIdMapping(
  organisationCodes: Readonly<Record<string, string>>,
  roleNames: Readonly<Record<string, Role>> | null = null,
): FlatMapping {
  return {
    kind: "flat",
    tokenId: "uti",
    assurance: null,
    organisation: "tid",
    organisationCodes,
    roles: "roles",
    selectedRole: null,
    roleNames,
  };
}
