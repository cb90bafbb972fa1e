/** Every mutation of the public graph, made ready: who may do it, written by hand, and how it comes to be possible. */
import * as agreements from "./agreements.js";
import { addChannel } from "./channels.js";
import { aNationalExecutive, anExecutiveOfTheGmc, everybody } from "./everybody.js";
import { put } from "./inboxes.js";
import * as people from "./people.js";
import { readyCasework } from "./ready-casework.js";
import { gmcsPeople, theConcern, type ReadyCommand, type ReadyCommands } from "./ready-command.js";
import { readyPanels } from "./ready-panels.js";
import { readyProtection } from "./ready-protection.js";
import { readyRemovals } from "./ready-removals.js";
import { readySupport } from "./ready-support.js";
import type { TestHub } from "./test-hub.js";

const reason = "A reason.";
const executivesOfTheParties = ["national-executive", "gmc-executive"];

const readyAgreements: ReadyCommands = {
  proposeAgreement: {
    may: ["national-lead", "national-executive", ...gmcsPeople],
    endsWhen: "NEVER",
    ready: () => Promise.resolve(agreements.terms()),
  },
  signAgreement: {
    may: ["national-lead", "gmc", "gmc-in-an-emergency"],
    endsWhen: "ONCE",
    ready: async (hub) => ({ id: await agreements.proposed(hub) }),
  },
  suspendAgreement: { may: executivesOfTheParties, endsWhen: "ONCE", ready: aSignedOne },
  resumeAgreement: {
    may: executivesOfTheParties,
    endsWhen: "ONCE",
    ready: async (hub) => {
      const agreement = await aSignedOne(hub);
      for (const executive of [aNationalExecutive, anExecutiveOfTheGmc])
        await agreements.onAgreement(hub, executive, "suspendAgreement", agreement);
      return agreement;
    },
  },
  terminateAgreement: { may: executivesOfTheParties, endsWhen: "ONCE", ready: aSignedOne },
};

async function aSignedOne(hub: TestHub): Promise<{ readonly id: string; readonly reason: string }> {
  return { id: await agreements.signed(hub), reason };
}

const leadsAndExecutives = everybody
  .filter(({ role }) => role === "QUALITY_LEAD" || role === "EXECUTIVE")
  .map(({ name }) => name);
const aWebhook = { kind: "WEBHOOK", role: "QUALITY_LEAD", address: "https://hooks.example/concerns" };

const readyMessages: ReadyCommands = {
  markRead: {
    may: ["midlands-lead"],
    endsWhen: "NEVER",
    ready: async (hub) => ({ ids: [await put(hub, people.aRegionalLead, "CONCERN_ESCALATED", await theConcern(hub))] }),
  },
  addMessageChannel: { may: leadsAndExecutives, endsWhen: "ONCE", ready: () => Promise.resolve(aWebhook) },
  removeMessageChannel: {
    may: ["northmoor-lead", "northmoor-executive"],
    endsWhen: "ONCE",
    ready: async (hub) => {
      const { channel } = await addChannel(hub, people.aProviderLead, {
        ...aWebhook,
        address: "https://to-go.example/",
      });
      return { id: channel?.id };
    },
  },
};

export const readyCommands: ReadonlyMap<string, ReadyCommand> = new Map(
  Object.entries({
    ...readyCasework,
    ...readySupport,
    ...readyRemovals,
    ...readyPanels,
    ...readyProtection,
    ...readyAgreements,
    ...readyMessages,
  }),
);
