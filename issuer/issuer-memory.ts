/**
 * What the issuer remembers between two requests of a sign-in: sessions, interactions, codes. In memory and bounded,
 * because everything in it may be lost; access tokens are not in it, they carry their own proof.
 */
import { LRUCache } from "lru-cache";
import type { Adapter, AdapterFactory, AdapterPayload } from "oidc-provider";

const mostRecords = 10_000;

export function createIssuerMemory(): AdapterFactory {
  const records = new LRUCache<string, AdapterPayload>({ max: mostRecords });

  /** First record for which `wanted` holds; the memory is small and these look-ups are rare. */
  const findWhere = (kind: string, wanted: (record: AdapterPayload) => boolean): AdapterPayload | undefined =>
    [...records.entries()].find(([key, record]) => key.startsWith(`${kind}:`) && wanted(record))?.[1];

  return (kind): Adapter => ({
    upsert(id, payload, expiresIn) {
      records.set(`${kind}:${id}`, payload, expiresIn === undefined ? {} : { ttl: expiresIn * 1000 });
      return Promise.resolve();
    },
    find: (id) => Promise.resolve(records.get(`${kind}:${id}`)),
    findByUid: (uid) => Promise.resolve(findWhere(kind, (record) => record.uid === uid)),
    findByUserCode: (userCode) => Promise.resolve(findWhere(kind, (record) => record.userCode === userCode)),
    consume(id) {
      const record = records.get(`${kind}:${id}`);
      if (record !== undefined) record.consumed = Math.floor(Date.now() / 1000);
      return Promise.resolve();
    },
    destroy(id) {
      records.delete(`${kind}:${id}`);
      return Promise.resolve();
    },
    revokeByGrantId(grantId) {
      // One call for each kind that holds tokens of the grant; a sign-in under way belongs to none of them.
      for (const [key, record] of records.entries())
        if (key.startsWith(`${kind}:`) && record.grantId === grantId) records.delete(key);
      return Promise.resolve();
    },
  });
}
