/**
 * A regulatory review panel in the graph: type, column and data class side by side. Who is invited reads the
 * invitation; who convened it or attends it reads the rest; for anybody else there is no such panel.
 */
import { ID, Int } from "type-graphql";
import { Carrier, Classified, RecordType } from "../../annotations.js";
import { ProfessionScalar } from "../../code-scalar.js";
import { DateScalar } from "../../scalars.js";
import { Organisation } from "../federated-stubs.js";
import {
  PanelMode,
  PanelOutcomeScalar,
  PanelReason,
  PanelState,
  PanelUrgencyScalar,
  PeopleAtRiskScalar,
} from "./panel-codes.js";
import { PanelAction, PanelContribution, PanelDissent, PanelInvitation } from "./panel-parts.js";
import { PanelDisclosure, PersonalDataSharedValue } from "./panel-values.js";

@RecordType("ReviewPanel", {
  description: "A meeting of several bodies under the Emerging Concerns Protocol, from invitation to closure.",
  source: { view: "concerns.visible_review_panel", table: "concerns.review_panel", panelKey: "id" },
})
export class ReviewPanel {
  @Carrier(() => ID, { description: "Random identifier." })
  id!: string;

  @Classified(() => PanelState, "DELIBERATION:invitation", { description: "Where it stands.", column: {} })
  state!: PanelState | null;

  @Classified(() => Organisation, "DELIBERATION:invitation", {
    description: "The body that convened it.",
    column: { refersBy: "code" },
  })
  convenor!: Organisation | null;

  @Classified(() => DateScalar, "DELIBERATION:invitation", { description: "When it was convened.", column: {} })
  convenedOn!: string | null;

  @Classified(() => PanelReason, "DELIBERATION:invitation", {
    description: "Category of concern of the protocol.",
    column: {},
  })
  reason!: PanelReason | null;

  @Classified(() => String, "DELIBERATION:invitation", {
    description: "Why it is convened, in words for those who are invited.",
    column: {},
  })
  purpose!: string | null;

  @Classified(() => PanelMode, "DELIBERATION:invitation", { description: "How it meets.", column: {} })
  mode!: PanelMode | null;

  @Classified(() => DateScalar, "DELIBERATION:invitation", { description: "When it is to meet.", column: {} })
  meetsOn!: string | null;

  @Classified(() => [Organisation], "DELIBERATION:invitation", {
    description: "Providers concerned.",
    column: { refersBy: "code" },
  })
  providers!: Organisation[] | null;

  @Classified(() => [Organisation], "DELIBERATION:invitation", {
    description: "NHS England's regions of the places concerned.",
    column: { refersBy: "code" },
  })
  regions!: Organisation[] | null;

  @Classified(() => [ProfessionScalar], "DELIBERATION:invitation", {
    description: "Professions concerned.",
    column: {},
  })
  professions!: string[] | null;

  @Classified(() => [PanelInvitation], "DELIBERATION:invitation", {
    description: "Your own invitation; all of them for those who attend.",
  })
  invitations!: PanelInvitation[] | null;

  @Classified(() => Int, "DELIBERATION", { description: "Rises with each change of the panel.", column: {} })
  version!: number | null;

  @Classified(() => [PanelContribution], "INTELLIGENCE:panel", { description: "What bodies contributed, in order." })
  contributions!: PanelContribution[] | null;

  @Classified(() => DateScalar, "DELIBERATION", { description: "When it met.", column: {} })
  heldOn!: string | null;

  @Classified(() => [Organisation], "DELIBERATION", {
    description: "Bodies that took part.",
    column: { refersBy: "code" },
  })
  attended!: Organisation[] | null;

  @Classified(() => [PeopleAtRiskScalar], "DELIBERATION", {
    description: "Who is at risk; empty where nobody is.",
    column: {},
  })
  atRisk!: string[] | null;

  @Classified(() => PanelUrgencyScalar, "DELIBERATION", { description: "How urgent it is.", column: {} })
  urgency!: string | null;

  @Classified(() => [PanelOutcomeScalar], "DELIBERATION", { description: "What was decided.", column: {} })
  outcomes!: string[] | null;

  @Classified(() => String, "DELIBERATION", { description: "Why it was decided so.", column: {} })
  rationale!: string | null;

  @Classified(() => PersonalDataSharedValue, "DELIBERATION", {
    description: "On what basis personal data were shared; null where none were.",
    column: {},
  })
  personalData!: PersonalDataSharedValue | null;

  @Classified(() => [PanelDissent], "DELIBERATION", { description: "Dissent, by body, in order." })
  dissents!: PanelDissent[] | null;

  @Classified(() => [PanelAction], "DELIBERATION", { description: "Actions agreed, due first." })
  actions!: PanelAction[] | null;

  @Classified(() => PanelDisclosure, "DELIBERATION", {
    description: "Whether those whom it concerns are told; null until it is decided.",
    column: {
      sql: `case when r.disclosure ? 'by'
        then jsonb_set(r.disclosure, '{by}', jsonb_build_object('code', r.disclosure -> 'by')) else r.disclosure end`,
    },
  })
  disclosure!: PanelDisclosure | null;

  @Classified(() => DateScalar, "DELIBERATION", { description: "When it is looked at again.", column: {} })
  reviewOn!: string | null;

  @Classified(() => DateScalar, "DELIBERATION", { description: "When the decision was recorded.", column: {} })
  decidedOn!: string | null;

  @Classified(() => String, "DELIBERATION", {
    description: "Role of the person who recorded it.",
    column: { sql: "r.decided_by_role" },
  })
  recordedBy!: string | null;

  @Classified(() => DateScalar, "DELIBERATION", { description: "When it was closed.", column: {} })
  closedOn!: string | null;
}
