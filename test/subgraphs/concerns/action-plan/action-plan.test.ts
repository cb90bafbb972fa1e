import { describe, expect, it } from "@jest/globals";
import { actionRefusal } from "../../../../subgraphs/action-rule.js";
import {
  endingRefusal,
  planningAction,
  planningRefusal,
} from "../../../../subgraphs/concerns/action-plan/action-plan.js";

const today = "2025-11-25";

describe("an action", () => {
  it("may be due today, and not yesterday", () => {
    expect(planningRefusal({ dueOn: today }, null, today)).toBeUndefined();
    expect(planningRefusal({ dueOn: "2025-11-24" }, null, today)).toBe("actionDueInThePast");
  });

  it.each(["OPEN", "RESPONDED", "CLOSURE_REQUESTED", "CARRIED"])("may meet a requirement that is %s", (status) => {
    expect(planningRefusal({ dueOn: today }, { status }, today)).toBeUndefined();
  });

  it.each(["CLOSED", "WITHDRAWN"])("is not planned for a requirement that is %s", (status) => {
    expect(planningRefusal({ dueOn: today }, { status }, today)).toBe("requirementClosed");
  });

  it("ends once", () => {
    expect(endingRefusal({ status: "OPEN" })).toBeUndefined();
    expect(endingRefusal({ status: "COMPLETED" })).toBe("actionIsOver");
    expect(endingRefusal({ status: "DROPPED" })).toBe("actionIsOver");
  });

  it.each(["REGIONAL", "NATIONAL", "HOST", "EDUCATION_PROVIDER", "REMIT", "SHARED"] as const)(
    "is not %s's to plan",
    (relation) => {
      const acting = { role: "QUALITY_LEAD", relations: [relation] } as const;
      expect(actionRefusal(planningAction, acting, "IN_PROGRESS")).toBe("NOT_YOURS_TO_DO");
    },
  );
});
