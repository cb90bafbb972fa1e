/** A learner spoke up in confidence: two people decide on who may know, and somebody made the learner pay for it. */
import { shown, type Narrator, type Part } from "./narrator.js";

export async function speakingUp({ does, reads }: Narrator): Promise<void> {
  const id = shown({ trust: "ZZN01", identityMode: "CONFIDENTIAL", category: "ISF3" });
  const asks = async (reason: string): Promise<string | undefined> => {
    await does("midlands-caseholder", "requestIdentityReveal", { id, reason });
    const waiting = "reveals { id state }";
    const { reveals } = await reads<{ reveals: (Part & { state: string })[] }>("midlands-guardian", id, waiting);
    return reveals.find(({ state }) => state === "REQUESTED")?.id;
  };
  const first = await asks("To ask for dates.");
  const tooWide = { approve: false, reason: "The dates are in the report. Ask through the school first." };
  await does("midlands-guardian", "approveIdentityReveal", { id, revealId: first, ...tooWide });
  const second = await asks("The learner asked, through the school, to be rung by the case holder.");
  const asAsked = { approve: true, reason: "It is what the learner asks for." };
  await does("midlands-guardian", "approveIdentityReveal", { id, revealId: second, ...asAsked });
  await does("midlands-lead", "reportDetriment", {
    id,
    kind: "CAREER",
    text: "A study day was refused twice in the week after the report, without a reason.",
  });
}
