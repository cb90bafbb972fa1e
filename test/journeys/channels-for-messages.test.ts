/** Where messages go beside the inbox is said by those who answer for an organisation, for it alone. */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { openAuditEntries } from "../audit/audit-entries.js";
import { addChannel, channelsOf, removeChannel } from "../support/channels.js";
import { asAdministrator } from "../support/inboxes.js";
import { neverIssued } from "../support/mutation-inputs.js";
import * as people from "../support/people.js";
import { openTestHub, type TestHub } from "../support/test-hub.js";

let hub: TestHub;
let without: TestHub;
beforeAll(async () => {
  hub = await openTestHub({ environment: { SMTP_URL: "smtp://127.0.0.1:2525", MAIL_FROM: "hub@hub.example" } });
  without = await openTestHub();
}, 60_000);
afterAll(async () => {
  await hub.close();
  await without.close();
});

const { theGmc, theNmc, aProviderLead } = people;
const anExecutive = people.persona("northmoor-executive");
const webhook = { kind: "WEBHOOK", address: "https://hooks.example/concerns" };
const email = { kind: "EMAIL", address: "quality@gmc.example" };

describe("a webhook", () => {
  it("is added with a secret that is shown once and lies sealed", async () => {
    const { channel, secret, userErrors } = await addChannel(hub, theGmc, webhook);
    expect(userErrors).toEqual([]);
    expect(channel).toMatchObject({ ...webhook, role: "QUALITY_LEAD" });
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const key = Buffer.from((secret ?? "").slice(6), "base64");
    const rows = await asAdministrator<{ secret: Buffer }>(hub, "select secret from concerns.message_channel");
    expect(rows.some((row) => row.secret.includes(key))).toBe(false);
    const listed = await hub.as(theGmc).for("{ messageChannels { id kind role address addedOn } }");
    expect(listed.text).not.toContain(secret);
  });

  it("that is added again with the same key is one, and its secret is not told again", async () => {
    const input = { ...webhook, address: "https://hooks.example/once", idempotencyKey: "once" };
    const first = await addChannel(hub, theGmc, input);
    const second = await addChannel(hub, theGmc, input);
    expect(second).toEqual({ ...first, secret: null });
  });

  it.each([
    ["plain http", "http://hooks.example/concerns"],
    ["another scheme", "ftp://hooks.example/"],
    ["no address", "hooks"],
    ["a user", "https://me@hooks.example/"],
    ["a password", "https://:word@hooks.example/"],
    ["a fragment", "https://hooks.example/#part"],
    ["an address in disguise", "https://2130706433/"],
    ["capitals", "HTTPS://HOOKS.example/"],
    ["a space before it", " https://hooks.example/"],
    ["a line feed in it", "https://hooks.example/\nx"],
    ["more than there is room for", `https://hooks.example/${"x".repeat(2_000)}`],
  ])("is refused with %s", async (_title, address) => {
    const { channel, userErrors } = await addChannel(hub, theGmc, { kind: "WEBHOOK", address });
    expect(channel).toBeNull();
    expect(userErrors).toMatchObject([{ code: "BAD_USER_INPUT", field: "address" }]);
  });
});

describe("an e-mail address", () => {
  it("is added, without a secret", async () => {
    expect(await addChannel(hub, theGmc, email)).toMatchObject({ channel: email, secret: null, userErrors: [] });
  });

  it.each([
    ["two of them", "a@gmc.example, b@gmc.example"],
    ["a name", "Quality <a@gmc.example>"],
    ["a header", "a@gmc.example\r\nBcc: b@gmc.example"],
    ["a host without a domain", "root@localhost"],
    ["a number for a host", "a@127.0.0.1"],
    ["no host", "a"],
  ])("is refused with %s", async (_title, address) => {
    const { channel, userErrors } = await addChannel(hub, theGmc, { kind: "EMAIL", address });
    expect(channel).toBeNull();
    expect(userErrors).toMatchObject([{ code: "BAD_USER_INPUT", field: "address" }]);
  });

  it("is refused by a hub that sends none", async () => {
    expect(await addChannel(without, theGmc, email)).toMatchObject({
      channel: null,
      userErrors: [{ code: "CONFLICT", field: "kind" }],
    });
  });
});

describe("channels", () => {
  it.each([
    ["a case-holder", people.persona("midlands-caseholder")],
    ["a guardian", people.persona("midlands-guardian")],
    ["a member", people.anIcb],
    ["an analyst", people.anAnalyst],
    ["an auditor", people.anAuditor],
    ["an operator", people.anOperator],
  ])("are neither added, removed nor seen by %s", async (_title, person) => {
    const role = "CASE_HOLDER";
    const { channel, userErrors } = await addChannel(hub, person, { ...webhook, role });
    expect({ channel, userErrors }).toMatchObject({ channel: null, userErrors: [{ code: "FORBIDDEN" }] });
    const colleague = { ...person, name: "the lead", role: "QUALITY_LEAD", purpose: "EDUCATION_QUALITY" } as const;
    const own = await addChannel(hub, colleague, { ...webhook, role });
    expect(await channelsOf(hub, person)).toEqual([]);
    expect(await removeChannel(hub, person, own.channel?.id ?? "")).toContain('"FORBIDDEN"');
    expect((await channelsOf(hub, colleague)).length).toBeGreaterThan(0);
  });

  it("of a role are seen by the lead and by the executive of the organisation, and by no other one", async () => {
    const { channel } = await addChannel(hub, anExecutive, { ...webhook, role: "CASE_HOLDER" });
    for (const person of [anExecutive, aProviderLead])
      expect(await channelsOf(hub, person)).toMatchObject([{ id: channel?.id, role: "CASE_HOLDER" }]);
    expect(JSON.stringify(await channelsOf(hub, theNmc))).not.toContain(channel?.id);
  });

  it("of another organisation are removed as one that never was, and of one's own once", async () => {
    const { channel } = await addChannel(hub, theNmc, webhook);
    const id = channel?.id ?? "";
    const given = [];
    for (const foreign of [neverIssued, "not an id", id]) given.push(await removeChannel(hub, theGmc, foreign));
    expect(new Set(given).size).toBe(1);
    expect(given[0]).toContain('"NOT_FOUND"');
    expect(await removeChannel(hub, theNmc, id)).toContain(`"channelId":"${id}","userErrors":[]`);
    expect(await removeChannel(hub, theNmc, id)).toBe(given[0]);
  });

  it("are one for each address, and ten at most for a role", async () => {
    const hcpc = people.persona("hcpc");
    const address = (number: number) => ({ kind: "WEBHOOK", address: `https://hooks.example/${number}` });
    for (let number = 0; number < 10; number += 1) await addChannel(hub, hcpc, address(number));
    expect(await addChannel(hub, hcpc, address(0))).toMatchObject({ userErrors: [{ code: "CONFLICT" }] });
    expect(await addChannel(hub, hcpc, address(10))).toMatchObject({
      userErrors: [{ code: "CONFLICT", field: "role" }],
    });
    expect(await addChannel(hub, hcpc, { ...address(10), role: "EXECUTIVE" })).toMatchObject({ userErrors: [] });
  });

  it("are in the audit, without the address", async () => {
    const entries = await openAuditEntries(hub);
    try {
      const [read] = await entries.for(theGmc, "{ messageChannels { id address } }");
      expect(read?.records).toContainEqual(
        expect.objectContaining({ type: "MessageChannel", fields: ["address", "id"] }),
      );
      expect(JSON.stringify(read)).not.toContain("hooks.example");
    } finally {
      await entries.close();
    }
  });
});
