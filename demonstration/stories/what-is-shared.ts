/** Bodies of the protocol tell one another, open a concern in an emergency, and set right what a concern is and where. */
import { shown, type Narrator } from "./narrator.js";

export async function whatIsShared(narrator: Narrator): Promise<void> {
  await shared(narrator);
  await openedInAnEmergency(narrator);
  await merged(narrator);
  await setRight(narrator);
}

async function shared({ does, day, reads }: Narrator): Promise<void> {
  const id = shown({ trust: "ZZN01", profession: "NURSE_ADULT", theme: "INDUCTION", category: "ISF1" });
  const share = { id, until: day(80) };
  const visit = "A visit to the same ward is planned.";
  await does("midlands-lead", "shareConcern", {
    ...share,
    organisation: "NMC",
    dataClasses: ["NARRATIVE"],
    reason: visit,
  });
  await does("midlands-lead", "shareConcern", { ...share, organisation: "CQC", dataClasses: [], reason: visit });
  const ofShares = "shares { id organisation { code } }";
  const { shares } = await reads<{ shares: { id: string; organisation: { code: string } }[] }>(
    "midlands-lead",
    id,
    ofShares,
  );
  const withTheCqc = shares.find(({ organisation }) => organisation.code === "CQC");
  await does("midlands-lead", "withdrawShare", { id, shareId: withTheCqc?.id });
}

async function openedInAnEmergency({ does }: Narrator): Promise<void> {
  const id = shown({ trust: "ZZN01", theme: "CLINICAL_SUPERVISION", requirement: "OVERDUE" });
  const reason = "A trainee rang from the ward: nobody senior is there, and a patient is deteriorating.";
  await does("gmc", "breakGlass", { id, immediateRisk: true, reason }, "BREAK_GLASS");
}

/** Two reports of one department: the one that came last ends, and points at the other. */
async function merged({ does }: Narrator): Promise<void> {
  const into = shown({ trust: "ZZN01", profession: "PHYSIOTHERAPIST", category: "ISF2" });
  const id = shown({ trust: "ZZN01", status: "ACCEPTED" });
  await does("midlands-lead", "mergeConcern", { id, into, reason: "The same ward in the same weeks, reported twice." });
}

/** The themes of one report were others, and another one was left with a trust that is no more. */
async function setRight({ does }: Narrator): Promise<void> {
  const told = shown({ trust: "ZZN01", profession: "PHARMACIST", review: "OVERDUE" });
  const themes = ["SUPERVISOR_TIME", "LEARNER_WELLBEING"];
  await does("midlands-caseholder", "amendConcern", {
    id: told,
    themes,
    learnerSafetyRisk: true,
    reason: "So it was told at the visit.",
  });
  const left = shown({ trust: "ZZP01", leftBehind: true });
  const reason = "The trust became part of Quarrydown, which has the ward and its learners.";
  await does("midlands-lead", "moveConcern", { id: left, to: "ZZQ01", reason });
}
