/**
 * What the directory says of the organisation a caller acts for, as published; remembered for a few seconds. Callers
 * who come at once share one look. What is not found, or could not be asked, is not remembered.
 */
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
  const asking = new Map<string, Promise<OrganisationStanding | undefined>>();

  async function ask(code: string): Promise<OrganisationStanding | undefined> {
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
  }

  return async (code) => {
    const known = remembered.get(code);
    if (known !== undefined) return known;
    const underWay = asking.get(code);
    if (underWay !== undefined) return underWay;
    const asked = ask(code).finally(() => asking.delete(code));
    asking.set(code, asked);
    return asked;
  };
}
