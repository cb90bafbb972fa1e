/** The mutations on review panels, thin. */
import { Ctx, Resolver } from "type-graphql";
import { CarrierMutation, InputArgument } from "../../annotations.js";
import type { SubgraphContext } from "../../subgraph-context.js";
import { convenePanel } from "./convene-command.js";
import { recordPanelDecision } from "./decision-command.js";
import { RecordPanelDecisionInput } from "./decision-inputs.js";
import { changePanel } from "./panel-command.js";
import * as commands from "./panel-commands.js";
import * as inputs from "./panel-inputs.js";
import { ReviewPanelPayload, showPanel } from "./panel-payload.js";

@Resolver()
export class PanelMutations {
  @CarrierMutation(() => ReviewPanelPayload, { description: "Convene a review panel on a concern that you hold." })
  convenePanel(
    @InputArgument(() => inputs.ConvenePanelInput) input: inputs.ConvenePanelInput,
    @Ctx() context: SubgraphContext,
  ): Promise<ReviewPanelPayload> {
    return showPanel(convenePanel(context, input), context);
  }

  @CarrierMutation(() => ReviewPanelPayload, { description: "Invite further bodies to a panel that you convened." })
  inviteToPanel(
    @InputArgument(() => inputs.InviteToPanelInput) input: inputs.InviteToPanelInput,
    @Ctx() context: SubgraphContext,
  ): Promise<ReviewPanelPayload> {
    return showPanel(changePanel(context, commands.inviteToPanel, input), context);
  }

  @CarrierMutation(() => ReviewPanelPayload, { description: "Answer the invitation of your organisation." })
  respondToInvitation(
    @InputArgument(() => inputs.RespondToInvitationInput) input: inputs.RespondToInvitationInput,
    @Ctx() context: SubgraphContext,
  ): Promise<ReviewPanelPayload> {
    return showPanel(changePanel(context, commands.respondToInvitation, input), context);
  }

  @CarrierMutation(() => ReviewPanelPayload, { description: "Tell a panel that you attend what you hold." })
  contributeToPanel(
    @InputArgument(() => inputs.ContributeToPanelInput) input: inputs.ContributeToPanelInput,
    @Ctx() context: SubgraphContext,
  ): Promise<ReviewPanelPayload> {
    return showPanel(changePanel(context, commands.contributeToPanel, input), context);
  }

  @CarrierMutation(() => ReviewPanelPayload, { description: "Record what the panel found and decided." })
  recordPanelDecision(
    @InputArgument(() => RecordPanelDecisionInput) input: RecordPanelDecisionInput,
    @Ctx() context: SubgraphContext,
  ): Promise<ReviewPanelPayload> {
    return showPanel(changePanel(context, recordPanelDecision, input), context);
  }

  @CarrierMutation(() => ReviewPanelPayload, { description: "Record that your organisation does not agree." })
  recordDissent(
    @InputArgument(() => inputs.RecordDissentInput) input: inputs.RecordDissentInput,
    @Ctx() context: SubgraphContext,
  ): Promise<ReviewPanelPayload> {
    return showPanel(changePanel(context, commands.recordDissent, input), context);
  }

  @CarrierMutation(() => ReviewPanelPayload, { description: "Say that an action of yours is done, or dropped." })
  completePanelAction(
    @InputArgument(() => inputs.CompletePanelActionInput) input: inputs.CompletePanelActionInput,
    @Ctx() context: SubgraphContext,
  ): Promise<ReviewPanelPayload> {
    return showPanel(changePanel(context, commands.completePanelAction, input), context);
  }

  @CarrierMutation(() => ReviewPanelPayload, { description: "Record whether those whom it concerns are told." })
  decideDisclosure(
    @InputArgument(() => inputs.DecideDisclosureInput) input: inputs.DecideDisclosureInput,
    @Ctx() context: SubgraphContext,
  ): Promise<ReviewPanelPayload> {
    return showPanel(changePanel(context, commands.decideDisclosure, input), context);
  }

  @CarrierMutation(() => ReviewPanelPayload, { description: "Close a panel; it opens its concerns no longer." })
  closePanel(
    @InputArgument(() => inputs.ClosePanelInput) input: inputs.ClosePanelInput,
    @Ctx() context: SubgraphContext,
  ): Promise<ReviewPanelPayload> {
    return showPanel(changePanel(context, commands.closePanel, input), context);
  }
}
