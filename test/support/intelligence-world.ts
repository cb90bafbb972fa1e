/** What bodies hold of their own on the concerns of the access world. */
import { done } from "./casework.js";
import * as people from "./people.js";
import type { TestHub } from "./test-hub.js";
import type { Person } from "./test-issuer.js";

/** Somebody contributes what their body knows, and lets these bodies read it. */
export async function contributes(
  hub: TestHub,
  person: Person,
  id: string,
  sharedWith: readonly string[],
): Promise<void> {
  const text = `What ${person.organisation} has heard of planted nights.`;
  const more = sharedWith.length === 0 ? {} : { sharedWith };
  await done(hub, person, "contributeIntelligence", { id, text, receivedOn: "2025-01-05", ...more });
}

/** The kinds of cases that regulators have beside a concern: published, shared with one body, and kept. */
export async function keepsCases(hub: TestHub, regulator: Person, id: string, reader: string): Promise<void> {
  const opened = { id, openedOn: "2025-02-03", reference: "R/77", note: "A planted condition." };
  const more = { ...opened, status: "OPEN", kind: "ENHANCED_MONITORING" };
  await done(hub, regulator, "recordRegulatorCase", { ...more, publishedByRegulator: false, sharedWith: [reader] });
  const published = { ...opened, publishedByRegulator: true };
  await done(hub, regulator, "recordRegulatorCase", { ...published, kind: "TARGETED_REVIEW", status: "CLOSED" });
}

/** What bodies of the protocol, which know of the concern in different ways, contribute and let one another read. */
export async function contributesEach(hub: TestHub, id: string): Promise<void> {
  await contributes(hub, people.theCqc, id, ["X24", "Y60"]);
  await contributes(hub, people.theNmc, id, []);
  await contributes(hub, people.aRegionalLead, id, ["CQC", "GMC"]);
}
