/** Bodies that each hold a piece meet on one concern; for another they are only invited yet. */
import { shown, type Narrator, type Part } from "./narrator.js";

interface Panels {
  readonly panels: readonly { readonly actions: readonly (Part & { readonly owner: { readonly code: string } })[] }[];
}

export async function aReviewPanel(narrator: Narrator): Promise<void> {
  await decided(narrator);
  await ahead(narrator);
}

async function decided({ does, day, reads }: Narrator): Promise<void> {
  const concern = shown({ trust: "ZZN01", theme: "BULLYING_UNDERMINING", category: "ISF3" });
  const id = await does("midlands-lead", "convenePanel", {
    id: concern,
    reason: "B",
    purpose: "What trainees say of one department, heard of from three sides.",
    mode: "TELECONFERENCE",
    meetsOn: day(),
    invite: ["GMC", "CQC", "NMC", "X24"],
  });
  for (const persona of ["gmc", "cqc", "national-lead"])
    await does(persona, "respondToInvitation", { id, answer: "ACCEPTED" });
  await does("nmc", "respondToInvitation", { id, answer: "DECLINED", reason: "No nurse or midwife is concerned." });
  await does("gmc", "contributeToPanel", {
    id,
    text: "The survey of trainees shows this department below its peers for a second year.",
  });
  await does("cqc", "contributeToPanel", {
    id,
    text: "On our last visit staff of the same department spoke of shouting at handover.",
  });
  await does("midlands-lead", "recordPanelDecision", {
    id,
    heldOn: day(),
    attended: ["Y60", "X24", "GMC", "CQC"],
    atRisk: ["LEARNERS", "PATIENTS"],
    urgency: "PROMPT",
    outcomes: ["JOINT_VISIT"],
    rationale: "Three bodies hold the same from different people: none of them would have acted on its own piece.",
    actions: [
      { owner: "Y60", text: "Agree the day of the visit with the provider.", dueOn: day(14) },
      { owner: "GMC", text: "Name two visitors.", dueOn: day(7) },
      { owner: "CQC", text: "Send the questions on handover.", dueOn: day(10) },
    ],
    dissents: [{ organisation: "CQC", text: "A visit without notice would tell more." }],
    reviewOn: day(42),
  });
  const { panels } = await reads<Panels>("gmc", concern, "panels { actions { id owner { code } } }");
  const ofTheGmc = panels.flatMap(({ actions }) => actions).find(({ owner }) => owner.code === "GMC");
  await does("gmc", "completePanelAction", { id, actionId: ofTheGmc?.id, status: "DONE", note: "Both are named." });
  await does("midlands-lead", "decideDisclosure", {
    id,
    tell: true,
    whom: "The director of medical education",
    by: "Y60",
    on: day(5),
  });
}

async function ahead({ does, day }: Narrator): Promise<void> {
  const id = await does("midlands-lead", "convenePanel", {
    id: shown({ trust: "ZZM01", theme: "SEXUAL_SAFETY" }),
    reason: "A",
    purpose: "Safety of students on placement.",
    mode: "VIDEO",
    meetsOn: day(9),
    invite: ["HCPC", "CQC"],
  });
  await does("cqc", "respondToInvitation", { id, answer: "ACCEPTED" });
}
