import { describe, expect, it } from "@jest/globals";
import { roles } from "../../../../authorisation/caller.js";
import { noticeFor } from "../../../../subgraphs/concerns/delivery/deliver.js";
import { toldRoles } from "../../../../subgraphs/concerns/delivery/channel-rules.js";
import { emailOf, webhookBodyOf, type Notice } from "../../../../subgraphs/concerns/delivery/notice.js";
import { signedHeaders, writtenSecret } from "../../../../subgraphs/concerns/delivery/webhook-signature.js";
import { messageWords } from "../../../../subgraphs/concerns/inbox/message-words.js";
import { messageRules, type MessageKind } from "../../../../subgraphs/concerns/inbox/notification-rules.js";

const message = {
  id: "7b0f7f3a-9f1c-4b8e-8f4e-2f6f6a7f0c11",
  kind: "GLASS_BROKEN",
  reference: "QC-7K3M-9F2D",
  toldOn: "2026-11-25",
  linkType: "Concern",
  linkId: "0d2f6c1e-6a2c-4f0e-9f43-0c6f3f6f9a11",
} as const;
const hub = "https://hub.example/";
const there = `https://hub.example/#Concern/${message.linkId}`;
const inbox = "https://hub.example/#inbox";

describe("what leaves the hub about a message", () => {
  it.each([
    ["a lead of the region", "QUALITY_LEAD", ["REGIONAL"], message.reference, there],
    ["a guardian of the region", "GUARDIAN", ["REGIONAL"], message.reference, there],
    ["an integrated care board", "QUALITY_LEAD", ["ICB"], null, there],
    ["an auditor", "AUDITOR", ["REGIONAL"], null, inbox],
  ] as const)("to %s is what the role reads", (_title, role, relations, reference, link) => {
    expect(noticeFor({ ...message, role, relations }, hub)).toMatchObject({ reference, link });
  });

  it.each(["DETRIMENT_REPORTED", "REVEAL_REQUESTED", "REVEAL_ANSWERED"] as const)(
    "of %s is that there is a message",
    (kind) => {
      const notice = noticeFor({ ...message, kind, role: "GUARDIAN", relations: ["REGIONAL"] }, hub);
      expect(notice).toMatchObject({ kind: null, reference: null, link: inbox });
      const { subject, text } = emailOf(notice);
      expect(subject).toBe("There is a message in your inbox");
      expect(text).not.toMatch(/detriment|who spoke up|QC-|#Concern/);
    },
  );

  it("of an agreement leads a party there", () => {
    const agreement = { ...message, reference: null, linkType: "SharingAgreement", role: "EXECUTIVE" } as const;
    const notice = noticeFor({ ...agreement, relations: ["PARTY"] }, hub);
    expect(notice).toMatchObject({ reference: null, link: `https://hub.example/#SharingAgreement/${message.linkId}` });
  });

  it("of a panel leads whoever is invited or attends there, in a role that reads of panels", () => {
    const invitation = { ...message, reference: null, linkType: "ReviewPanel" } as const;
    const panel = `https://hub.example/#ReviewPanel/${message.linkId}`;
    for (const relations of [["INVITED"], ["PANEL"]] as const) {
      expect(noticeFor({ ...invitation, role: "QUALITY_LEAD", relations }, hub).link).toBe(panel);
      expect(noticeFor({ ...invitation, role: "GUARDIAN", relations }, hub).link).toBe(inbox);
    }
  });

  it.each(Object.keys(messageWords) as MessageKind[])("of %s is words, a reference, a day and a link", (kind) => {
    const notice: Notice = { ...message, kind, link: there };
    const { subject, text } = emailOf(notice);
    expect(subject).toMatch(/^[\w ,-]+ \(QC-7K3M-9F2D\)$/);
    expect(text).toContain(messageWords[kind]);
    expect(JSON.parse(webhookBodyOf(notice))).toEqual({
      id: message.id,
      kind,
      reference: message.reference,
      link: there,
      toldOn: message.toldOn,
    });
  });
});

it("a webhook is signed as in the example of the Standard Webhooks specification", () => {
  const key = Buffer.from("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "base64");
  const at = new Date(1_614_265_330_000);
  expect(signedHeaders("msg_p5jXN8AQM9LWM0D4loKWxJek", at, '{"test": 2432232314}', key)).toEqual({
    "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
    "webhook-timestamp": "1614265330",
    "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
  });
  expect(writtenSecret(key)).toBe("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
});

it("a channel can be had for every role that is told of something, and for no other", () => {
  const told = Object.values(messageRules).flatMap(({ byRelation, named }) => [
    ...named,
    ...byRelation.flatMap((rule) => rule.roles),
  ]);
  expect([...toldRoles].sort()).toEqual(roles.filter((role) => told.includes(role)).sort());
});
