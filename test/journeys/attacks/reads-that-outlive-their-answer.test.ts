/** A field that fails ends an answer while others are still being read. What is read after that holds nothing back. */
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { openAccessWorld } from "../../support/access-world-hub.js";
import { asAdministrator } from "../../support/inboxes.js";
import * as people from "../../support/people.js";
import type { TestHub } from "../../support/test-hub.js";

const poolSize = 3;
let hub: TestHub;
beforeAll(async () => {
  ({ hub } = await openAccessWorld({ environment: { POOL_SIZE: String(poolSize), POOL_WAIT_MS: "1000" } }));
});
afterAll(() => hub.close());

/** The first field fails, and is never null; below the other one there is a good deal to read. */
const failing = `{
  x: concerns(first: 0) { totalCount }
  o: concerns(first: 3) { nodes { title requirements { id responses { text } conditions { text } } timeline(first: 3) { totalCount } } }
}`;

it("anybody is answered after a caller has asked for what fails more often than there are connections", async () => {
  for (let time = 0; time < 4 * poolSize; time += 1) {
    const { errors } = await hub.as(people.aProviderLead).for(failing);
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(["BAD_USER_INPUT"]);
  }
  const { errors, data } = await hub.as(people.aRegionalLead).for("{ concerns(first: 1) { nodes { title } } }");
  expect(errors).toEqual([]);
  expect(data).not.toBeNull();
  const held = await asAdministrator(
    hub,
    "select from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'",
  );
  expect(held).toEqual([]);
});
