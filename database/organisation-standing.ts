/** What the directory says of the organisation a caller acts for, as published; remembered for a few seconds. */
import { LRUCache } from "lru-cache";
import type { Pool } from "pg";
import type { OrganisationKind } from "../authorisation/caller.js";
import { asHubError } from "./database-error.js";

export interface OrganisationStanding {
  readonly kind: OrganisationKind;
  readonly open: boolean;
}

const rememberedForMilliseconds = 5_000;
const mostRemembered = 5_000;

/** Finds an organisation by its exact code. */
export function createOrganisationDirectory(reader: Pool): (code: string) => Promise<OrganisationStanding | undefined> {
  const remembered = new LRUCache<string, OrganisationStanding>({
    max: mostRemembered,
    ttl: rememberedForMilliseconds,
  });
  return async (code) => {
    const known = remembered.get(code);
    if (known !== undefined) return known;
    const { rows } = await reader
      .query<OrganisationStanding>(
        `select kind, status = 'ACTIVE' as open from organisations.published_organisation where code = $1`,
        [code],
      )
      .catch((cause: unknown) => {
        throw asHubError(cause);
      });
    const found = rows[0];
    if (found !== undefined) remembered.set(code, found);
    return found;
  };
}
