/** Steps of a review panel for tests: each is one mutation through the public endpoint. */
import { dayInEngland } from "../../hub/day-in-england.js";
import { addDays } from "../../subgraphs/calendar-day.js";
import * as people from "./people.js";
import type { TestHub } from "./test-hub.js";
import type { Person } from "./test-issuer.js";

export interface PanelOutcome {
  readonly panel: { readonly id: string; readonly version: number | null; readonly state: string | null } | null;
  readonly userErrors: readonly { readonly code: string; readonly field: string | null; readonly message: string }[];
}

type Input = Readonly<Record<string, unknown>>;

export const today = dayInEngland();
export const nextMonth = addDays(today, 30);

export const invitation: Input = {
  reason: "B",
  purpose: "Supervision at night, at one provider, heard of from two sides.",
  mode: "TELECONFERENCE",
  meetsOn: addDays(today, 7),
};

export const joint: Input = {
  heldOn: today,
  attended: ["Y60", "GMC"],
  atRisk: ["PATIENTS", "LEARNERS"],
  urgency: "PROMPT",
  outcomes: ["JOINT_VISIT"],
  rationale: "Two bodies hold the same from different people.",
  actions: [
    { owner: "Y60", text: "Agree the date with the provider.", dueOn: nextMonth },
    { owner: "GMC", text: "Name two visitors.", dueOn: nextMonth },
  ],
  dissents: [{ organisation: "GMC", text: "A visit of one body would do." }],
  personalData: { lawfulBasis: "Public task", whyNecessary: "Two trainees had to be named to find their rota." },
  reviewOn: nextMonth,
};

export const nothingFurther: Input = {
  heldOn: today,
  attended: ["Y60", "X24"],
  atRisk: [],
  urgency: "NONE",
  outcomes: ["NO_FURTHER_ACTION"],
  rationale: "It was one night.",
};

/** Runs a mutation on a panel and gives its outcome, refused or not. */
export async function atPanel(hub: TestHub, person: Person, mutation: string, input: Input): Promise<PanelOutcome> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const answer = await hub.as(person).for(
    `mutation Act($input: ${type}!) {
       ${mutation}(input: $input) { panel { id version state } userErrors { code field message } }
     }`,
    { input },
  );
  const outcome = answer.data?.[mutation] as PanelOutcome | null | undefined;
  if (outcome === null || outcome === undefined) throw new Error(`${mutation} was not answered: ${answer.text}`);
  return outcome;
}

/** Runs a mutation that has to succeed, and gives the id of the panel. */
export async function donePanel(hub: TestHub, person: Person, mutation: string, input: Input): Promise<string> {
  const { panel, userErrors } = await atPanel(hub, person, mutation, input);
  if (userErrors.length > 0) throw new Error(`${mutation}: ${JSON.stringify(userErrors)}`);
  return panel?.id ?? String(input["id"]);
}

/** The region convenes a panel on a concern; those of `attending` accept. Gives its id. */
export async function convened(
  hub: TestHub,
  concern: string,
  { attending, invited = [] }: { readonly attending: readonly Person[]; readonly invited?: readonly string[] },
  more: Input = {},
): Promise<string> {
  const invite = [...attending.map(({ organisation }) => organisation), ...invited];
  const id = await donePanel(hub, people.aRegionalLead, "convenePanel", {
    ...invitation,
    id: concern,
    invite,
    ...more,
  });
  for (const body of attending) await donePanel(hub, body, "respondToInvitation", { id, answer: "ACCEPTED" });
  return id;
}

/** Ids of the actions of a panel, by the body that undertook them. */
export async function actionsOf(hub: TestHub, id: string): Promise<Readonly<Record<string, string>>> {
  const answer = await hub
    .as(people.aRegionalLead)
    .for("query Read($id: ID!) { reviewPanel(id: $id) { actions { id owner { code } } } }", { id });
  const { actions } = answer.data?.["reviewPanel"] as unknown as { actions: { id: string; owner: { code: string } }[] };
  return Object.fromEntries(actions.map((action) => [action.owner.code, action.id]));
}
