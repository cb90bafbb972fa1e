/** The public endpoint against the audits of the GraphQL over HTTP specification. */
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { serverAudits } from "graphql-http";
import * as people from "../support/people.js";
import { openTestHub, type TestHub } from "../support/test-hub.js";

let hub: TestHub;
let authorization: string;
beforeAll(async () => {
  hub = await openTestHub();
  authorization = `Bearer ${await hub.issuer.tokenFor(people.theGmc)}`;
});
afterAll(() => hub.close());

const asTheGmc: typeof fetch = (input, options = {}) =>
  fetch(input, { ...options, headers: { ...(options.headers as Record<string, string>), authorization } });

it.each(serverAudits({ url: "http://hub.test", fetchFn: asTheGmc }).map(({ id, name }) => [name, id]))(
  "the endpoint %s",
  async (_name, id) => {
    const audits = serverAudits({ url: `${hub.url}/graphql`, fetchFn: asTheGmc });
    const result = await audits.find((audit) => audit.id === id)?.fn();
    // A warning is a SHOULD that the hub decided otherwise, a notice a MAY; an error would be a MUST.
    expect(result?.status).not.toBe("error");
  },
);
