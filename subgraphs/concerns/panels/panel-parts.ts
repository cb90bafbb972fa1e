/** What hangs on a review panel: invitations, what bodies contributed, dissent, and the actions agreed. */
import { ID } from "type-graphql";
import { today } from "../../../database/view-settings.js";
import { Carrier, Classified, RecordType } from "../../annotations.js";
import { DateScalar } from "../../scalars.js";
import { Organisation } from "../federated-stubs.js";
import { InvitationState, PanelActionStatus } from "./panel-codes.js";

@RecordType("PanelInvitation", {
  description: "An invitation to a review panel, and its answer.",
  source: {
    view: "concerns.visible_panel_invitation",
    table: "concerns.panel_invitation",
    panelKey: "panel",
    rows: { otherwise: "DELIBERATION", sql: "a.organisation = r.organisation" },
  },
})
export class PanelInvitation {
  @Carrier(() => ID, { description: "Random identifier." })
  id!: string;

  @Classified(() => Organisation, "DELIBERATION:invitation", {
    description: "The body that is invited.",
    column: { refersBy: "code" },
  })
  organisation!: Organisation | null;

  @Classified(() => InvitationState, "DELIBERATION:invitation", { description: "Where it stands.", column: {} })
  state!: InvitationState | null;

  @Classified(() => DateScalar, "DELIBERATION:invitation", { description: "When it was invited.", column: {} })
  invitedOn!: string | null;

  @Classified(() => DateScalar, "DELIBERATION", { description: "When it answered.", column: {} })
  answeredOn!: string | null;

  @Classified(() => String, "DELIBERATION", { description: "Why it does not attend.", column: {} })
  reason!: string | null;
}

@RecordType("PanelContribution", {
  description: "What a body contributed to a review panel. It stays that body's; those who attend the panel read it.",
  source: {
    view: "concerns.visible_panel_contribution",
    table: "concerns.panel_contribution",
    panelKey: "panel",
    filters: { sequence: { compartment: "INTELLIGENCE:panel", sql: "r.sequence" } },
  },
})
export class PanelContribution {
  @Carrier(() => ID, { description: "Random identifier." })
  id!: string;

  @Classified(() => Organisation, "INTELLIGENCE:panel", {
    description: "Whose it is.",
    column: { refersBy: "code" },
  })
  owner!: Organisation | null;

  @Classified(() => String, "INTELLIGENCE:panel", { description: "What it holds about the matter.", column: {} })
  text!: string | null;

  @Classified(() => DateScalar, "INTELLIGENCE:panel", { description: "When it was contributed.", column: {} })
  contributedOn!: string | null;

  @Classified(() => String, "INTELLIGENCE:panel", {
    description: "Role of the person who contributed it.",
    column: { sql: "r.by_role" },
  })
  role!: string | null;
}

@RecordType("PanelDissent", {
  description: "Where a body that attended a review panel does not agree with its decision.",
  source: {
    view: "concerns.visible_panel_dissent",
    table: "concerns.panel_dissent",
    panelKey: "panel",
    filters: { sequence: { compartment: "DELIBERATION", sql: "r.sequence" } },
  },
})
export class PanelDissent {
  @Carrier(() => ID, { description: "Random identifier." })
  id!: string;

  @Classified(() => Organisation, "DELIBERATION", { description: "Whose dissent.", column: { refersBy: "code" } })
  organisation!: Organisation | null;

  @Classified(() => String, "DELIBERATION", { description: "In its own words.", column: {} })
  text!: string | null;

  @Classified(() => DateScalar, "DELIBERATION", { description: "When it was recorded.", column: {} })
  recordedOn!: string | null;
}

@RecordType("PanelAction", {
  description: "What a body undertook at a review panel, and by when.",
  source: { view: "concerns.visible_panel_action", table: "concerns.panel_action", panelKey: "panel" },
})
export class PanelAction {
  @Carrier(() => ID, { description: "Random identifier." })
  id!: string;

  @Classified(() => Organisation, "DELIBERATION", {
    description: "The body that does it.",
    column: { refersBy: "code" },
  })
  owner!: Organisation | null;

  @Classified(() => String, "DELIBERATION", { description: "What it does.", column: {} })
  text!: string | null;

  @Classified(() => DateScalar, "DELIBERATION", { description: "By when.", column: {} })
  dueOn!: string | null;

  @Classified(() => PanelActionStatus, "DELIBERATION", { description: "Where it stands.", column: {} })
  status!: PanelActionStatus | null;

  @Classified(() => Boolean, "DELIBERATION", {
    description: "Whether it is outstanding after its date.",
    column: { sql: `(r.status = 'AGREED' and r.due_on < ${today})` },
  })
  overdue!: boolean | null;

  @Classified(() => DateScalar, "DELIBERATION", { description: "When it was done or dropped.", column: {} })
  endedOn!: string | null;

  @Classified(() => String, "DELIBERATION", { description: "What came of it, or why it was dropped.", column: {} })
  note!: string | null;
}
