/** A provider works on a concern of its own: a plan, files that show what was done, and a step down that is allowed. */
import { shown, type Narrator, type Part } from "./narrator.js";

interface Shown {
  readonly actions: readonly (Part & { readonly text: string })[];
  readonly requirements: readonly (Part & { readonly status: string })[];
}

export async function aPlanWithEvidence({ does, day, reads, sends }: Narrator): Promise<void> {
  const id = shown({ trust: "ZZN01", theme: "CLINICAL_SUPERVISION", requirement: "OVERDUE" });
  const { requirements } = await reads<Shown>("northmoor-lead", id, "requirements { id status }");
  const open = requirements.find(({ status }) => status === "OPEN");
  const plans = async (text: string, more: object): Promise<string | undefined> => {
    await does("northmoor-lead", "planAction", { id, text, owner: "CLINICAL_LEAD", ...more });
    const { actions } = await reads<Shown>("northmoor-lead", id, "actions { id text }");
    return actions.find((action) => action.text === text)?.id;
  };
  await plans("Name a supervisor for each shift.", { dueOn: day(21), requirementId: open?.id });
  const asked = await plans("Ask the trainees each month whom they could reach.", { dueOn: day(30) });
  const locum = await plans("Bring in a locum for the nights.", { dueOn: day(10) });
  const outcome = "Fourteen of fifteen could reach a consultant within ten minutes.";
  await does("northmoor-lead", "completeAction", { id, actionId: asked, outcome });
  await does("northmoor-lead", "dropAction", { id, actionId: locum, reason: "Two consultants offered to cover." });

  const rota = await sends("northmoor-lead", "supervisors-by-shift.txt", "Shift, supervisor\nNight, consultant A\n");
  const shows = "Who supervises on which shift.";
  await does("northmoor-lead", "addEvidence", { id, upload: rota, description: shows });
  const notes = await sends("midlands-lead", "notes-of-the-visit.txt", "Seen on the ward: the rota is on the wall.\n");
  await does("midlands-lead", "addEvidence", { id, upload: notes, description: "What was seen.", release: true });
}
