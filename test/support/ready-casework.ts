/** The life of a concern, made ready: from the report to the closure, shared, merged and moved. */
import { aReport } from "./a-report.js";
import { sharesOf } from "./access-world.js";
import { assessed, done, reported } from "./casework.js";
import { everybody } from "./everybody.js";
import { broughtBackTo, dissolved, itsSuccessor } from "./moved-world.js";
import { inThreeMonths } from "./mutation-inputs.js";
import * as people from "./people.js";
import {
  handlers,
  handlersAndExecutives,
  on,
  providersPeople,
  regulatorsPeople,
  theConcern,
  theSharedConcern,
  type Input,
  type ReadyCommands,
} from "./ready-command.js";
import { atIsf3 } from "./removal-steps.js";
import type { TestHub } from "./test-hub.js";

const { aRegionalLead: region, aProviderLead: provider, aUniversityLead: university } = people;
const rolesWithoutConcerns: readonly string[] = ["ANALYST", "AUDITOR", "OPERATOR"];

const asReported = async (hub: TestHub): Promise<Input> => ({ id: await reported(hub, university) });

async function accepted(hub: TestHub, more: Input = {}): Promise<string> {
  const id = await reported(hub, university, more);
  await done(hub, region, "acceptConcern", { id, summary: "Nights without a consultant." });
  return id;
}

const atIsf1 = (hub: TestHub): Promise<string> =>
  assessed(hub, { reporter: university, lead: region, category: "ISF1" });

async function confirmed(hub: TestHub): Promise<string> {
  const id = await atIsf1(hub);
  await done(hub, provider, "confirmResolution", { id, statement: "Every night is covered." });
  return id;
}

async function closed(hub: TestHub): Promise<string> {
  const id = await confirmed(hub);
  await done(hub, region, "verifyResolution", { id });
  return id;
}

/** With a trust that is no more. */
async function leftBehind(hub: TestHub): Promise<string> {
  const id = await accepted(hub, { site: null });
  await broughtBackTo(hub, id);
  return id;
}

const toHcpc = { organisation: "HCPC", dataClasses: [], until: inThreeMonths, reason: "A pattern across two sites." };

async function shared(hub: TestHub): Promise<Input> {
  const id = await atIsf3(hub);
  await done(hub, region, "shareConcern", { id, ...toHcpc });
  const [shareId] = await sharesOf(hub, id);
  return { id, shareId };
}

export const readyCasework: ReadyCommands = {
  reportConcern: {
    may: everybody.filter(({ role }) => !rolesWithoutConcerns.includes(role)).map(({ name }) => name),
    endsWhen: "NEVER",
    ready: () => Promise.resolve(aReport()),
  },
  ...on("acceptConcern", handlers, "DONE", asReported),
  ...on("declineConcern", handlers, "DONE", asReported),
  ...on("assessConcern", handlers, "OVER", async (hub) => ({ id: await accepted(hub) })),
  ...on("changeCategory", handlers, "DONE", async (hub) => ({ id: await atIsf1(hub) })),
  ...on("signOffCategoryMove", ["national-lead", "national-executive"], "DONE"),
  ...on("submitProgress", providersPeople, "OVER"),
  ...on("confirmResolution", providersPeople, "DONE", async (hub) => ({ id: await atIsf1(hub) })),
  ...on("verifyResolution", handlers, "DONE", async (hub) => ({ id: await confirmed(hub) })),
  ...on("rejectResolution", handlers, "DONE", async (hub) => ({ id: await confirmed(hub) })),
  ...on("reopenConcern", handlers, "DONE", async (hub) => ({ id: await closed(hub) })),
  ...on("addInternalNote", handlers, "NEVER"),
  ...on("shareConcern", [...handlersAndExecutives, ...regulatorsPeople], "OVER", async (hub) => ({
    id: await theSharedConcern(hub),
    ...toHcpc,
  })),
  ...on("withdrawShare", handlersAndExecutives, "ONCE", shared),
  ...on("amendConcern", handlers, "DONE"),
  ...on("mergeConcern", handlers, "DONE", async (hub) => ({ id: await accepted(hub), into: await theConcern(hub) })),
  ...on("moveConcern", handlers, "DONE", async (hub) => ({ id: await leftBehind(hub), to: itsSuccessor })),
  moveConcernsOfProvider: {
    may: ["national-lead"],
    endsWhen: "NEVER",
    ready: async (hub) => {
      await leftBehind(hub);
      return { provider: dissolved, reason: "The trusts became one." };
    },
  },
};
