/** The claim mapping that the settings name: one of the ready ones with its tables, or one written out. */
import { z } from "zod";
import { roles } from "../authorisation/caller.js";
import type { ClaimMapping } from "./claim-mapping.js";
import { entraIdMapping, hubMapping, nhsCis2Mapping } from "./ready-mappings.js";

const role = z.enum(roles);
const names = { tokenId: z.string(), assurance: z.string().nullable() };

const mappingSchema = z.union([
  z.literal("hub").transform(() => hubMapping),
  z
    .strictObject({ mapping: z.literal("nhs-cis2"), roleCodes: z.record(z.string(), role) })
    .transform(({ roleCodes }) => nhsCis2Mapping(roleCodes)),
  z
    .strictObject({
      mapping: z.literal("entra-id"),
      organisationCodes: z.record(z.string(), z.string()),
      roleNames: z.record(z.string(), role).nullable().default(null),
    })
    .transform(({ organisationCodes, roleNames }) => entraIdMapping(organisationCodes, roleNames)),
  z.strictObject({
    kind: z.literal("flat"),
    ...names,
    organisation: z.string(),
    organisationCodes: z.record(z.string(), z.string()).nullable(),
    roles: z.string(),
    selectedRole: z.string().nullable(),
    roleNames: z.record(z.string(), role).nullable(),
  }),
  z.strictObject({
    kind: z.literal("role-list"),
    ...names,
    selectedEntry: z.string(),
    entries: z.string(),
    entryId: z.string(),
    entryOrganisation: z.string(),
    entryRole: z.string(),
    roleCodes: z.record(z.string(), role),
  }),
]);

/** @param configured `hub`, or an object as SECURITY.md describes it. */
export function configuredMapping(
  configured: unknown,
): { readonly mapping: ClaimMapping } | { readonly finding: string } {
  const read = mappingSchema.safeParse(configured);
  if (read.success) return { mapping: read.data };
  return {
    finding:
      'CLAIM_MAPPING must be "hub", or JSON: {"mapping":"nhs-cis2","roleCodes":{...}}, ' +
      '{"mapping":"entra-id","organisationCodes":{...}} or a mapping written out.',
  };
}
