/** A report in somebody's name says who that is; an anonymous one says nothing that leads to anybody. */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { aReport, report } from "../../support/a-report.js";
import { assessed } from "../../support/casework.js";
import * as people from "../../support/people.js";
import { openTestHub, type TestHub } from "../../support/test-hub.js";

let hub: TestHub;
beforeAll(async () => {
  hub = await openTestHub();
});
afterAll(() => hub.close());

const holdNothing = "must hold nothing that identifies an anonymous person";
const holdSomething = "must hold a name or a contact";

describe("the reporter", () => {
  it.each([
    ["in confidence, with a role alone", { identityMode: "CONFIDENTIAL", coarseRole: "LEARNER" }, holdSomething],
    ["openly, with a role alone", { identityMode: "OPEN", coarseRole: "LEARNER" }, holdSomething],
    ["in confidence, with nothing", { identityMode: "CONFIDENTIAL" }, holdSomething],
    ["in confidence, with a name that is null", { identityMode: "CONFIDENTIAL", name: null }, holdSomething],
    ["anonymously, with a name", { identityMode: "ANONYMOUS", name: "Ottoline Planted" }, holdNothing],
    ["anonymously, with a role", { identityMode: "ANONYMOUS", coarseRole: "LEARNER" }, holdNothing],
  ])("%s is refused", async (_title, reporter, message) => {
    const { data } = await hub.as(people.aUniversityLead).for(report, { input: aReport({ reporter }) });
    expect(data).toEqual({
      reportConcern: { concern: null, userErrors: [{ code: "BAD_USER_INPUT", field: "reporter", message }] },
    });
  });

  it.each([
    ["in confidence, with a contact alone", { identityMode: "CONFIDENTIAL", contact: "ottoline@planted.example" }],
    ["anonymously, with nulls", { identityMode: "ANONYMOUS", name: null, contact: null, coarseRole: null }],
  ])("%s is taken", async (_title, reporter) => {
    const { data } = await hub.as(people.aUniversityLead).for(report, { input: aReport({ reporter }) });
    expect(data).toMatchObject({ reportConcern: { concern: { status: "REPORTED" }, userErrors: [] } });
  });
});

it("in which role somebody reported is told to nobody", async () => {
  const member = { name: "a-member", organisation: people.aUniversityLead.organisation, role: "MEMBER" as const };
  const id = await assessed(hub, { reporter: member, lead: people.aRegionalLead, category: "ISF2" });
  for (const person of [people.aProviderLead, people.aRegionalLead, people.theGmc]) {
    const ask =
      "query($id: ID!) { concern(id: $id) { categoryHistory { from role } timeline { nodes { kind role } } } }";
    const { text, data } = await hub.as(person).for(ask, { id });
    expect(data?.["concern"]).toMatchObject({ categoryHistory: [{ from: null }, { from: "ISF0" }] });
    expect(text).not.toContain("MEMBER");
  }
});
