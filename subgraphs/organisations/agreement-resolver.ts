/** Sharing agreements in the graph: thin, from arguments to the reader and the commands, and back. */
import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, FieldResolver, ID, Info, Resolver, Root } from "type-graphql";
import { Carrier, CarrierField, CarrierMutation, CarrierQuery, InputArgument, PlainType } from "../annotations.js";
import type { Connection } from "../connection.js";
import type { CommandAnswer } from "../idempotency.js";
import { loaderOf } from "../loader-of.js";
import { idShape } from "../records.js";
import type { SubgraphContext } from "../subgraph-context.js";
import { UserError } from "../user-error.js";
import * as commands from "./agreement-commands.js";
import * as inputs from "./agreement-inputs.js";
import { AgreementConnection, AgreementListArguments, agreementPage } from "./agreement-page.js";
import {
  loadAgreements,
  loadAgreementsOf,
  loadHistory,
  loadParties,
  type AgreementPartyRecord,
  type AgreementRecord,
} from "./agreement-reader.js";
import { Organisation } from "./organisation.js";
import type { OrganisationRow } from "./organisation-reader.js";
import { referredOrganisation } from "./organisation-reference.js";
import { AgreementEvent, AgreementParty, SharingAgreement } from "./sharing-agreement.js";

@PlainType("SharingAgreementPayload", { description: "The agreement after the change, or why there was none." })
export class SharingAgreementPayload {
  @Carrier(() => SharingAgreement, { nullable: true, description: "The agreement as you may see it." })
  agreement!: AgreementRecord | null;

  @Carrier(() => [UserError], { description: "Why it was refused; empty where it was done." })
  userErrors!: readonly UserError[];
}

async function show(context: SubgraphContext, answer: Promise<CommandAnswer>): Promise<SharingAgreementPayload> {
  const { subject, userErrors } = await answer;
  return { agreement: subject === null ? null : await agreementBy(context, subject), userErrors };
}

async function agreementBy(context: SubgraphContext, id: string): Promise<AgreementRecord | null> {
  return (await loaderOf(context, loadAgreements).load(id)) ?? null;
}

@Resolver(() => SharingAgreement)
export class AgreementResolver {
  @CarrierQuery(() => SharingAgreement, {
    nullable: true,
    description: "A sharing agreement by its id; null where there is none to which your organisation is a party.",
    argumentClasses: { id: "OPERATIONAL:agreement" },
  })
  async sharingAgreement(
    @Arg("id", () => ID, { description: "Its identifier." }) id: string,
    @Ctx() context: SubgraphContext,
  ): Promise<AgreementRecord | null> {
    return idShape.test(id) ? agreementBy(context, id) : null;
  }

  @CarrierQuery(() => AgreementConnection, {
    description: "The sharing agreements of your organisation; nationally, all of them. Newest first.",
    argumentClasses: { filter: "CARRIER" },
  })
  sharingAgreements(
    @Args(() => AgreementListArguments) listArguments: AgreementListArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<Connection<AgreementRecord>> {
    return agreementPage(context, listArguments);
  }

  @FieldResolver()
  receiver(@Root() { receiver }: AgreementRecord, @Ctx() context: SubgraphContext, @Info() info: GraphQLResolveInfo) {
    return referredOrganisation(receiver, context, info);
  }

  @FieldResolver()
  proposedBy(
    @Root() { proposedBy }: AgreementRecord,
    @Ctx() context: SubgraphContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return referredOrganisation(proposedBy, context, info);
  }

  @FieldResolver()
  regions(@Root() { regions }: AgreementRecord, @Ctx() context: SubgraphContext, @Info() info: GraphQLResolveInfo) {
    return regions.map((code) => referredOrganisation(code, context, info));
  }

  @FieldResolver()
  parties(@Root() { id }: AgreementRecord, @Ctx() context: SubgraphContext) {
    return loaderOf(context, loadParties).load(id);
  }

  @FieldResolver()
  history(@Root() { id }: AgreementRecord, @Ctx() context: SubgraphContext) {
    return loaderOf(context, loadHistory).load(id);
  }
}

@Resolver(() => AgreementParty)
export class AgreementPartyResolver {
  @FieldResolver()
  organisation(
    @Root() { organisation }: AgreementPartyRecord,
    @Ctx() context: SubgraphContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return referredOrganisation(organisation, context, info);
  }
}

@Resolver(() => AgreementEvent)
export class AgreementEventResolver {
  @FieldResolver()
  organisation(
    @Root() { organisation }: AgreementPartyRecord,
    @Ctx() context: SubgraphContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return referredOrganisation(organisation, context, info);
  }
}

@Resolver(() => Organisation)
export class OrganisationAgreementsResolver {
  @CarrierField(() => [SharingAgreement], {
    description: "Sharing agreements to which it is a party, of those that you may know of. Newest first.",
  })
  agreements(@Root() { code }: OrganisationRow, @Ctx() context: SubgraphContext) {
    return loaderOf(context, loadAgreementsOf).load(code);
  }
}

@Resolver()
export class AgreementMutations {
  @CarrierMutation(() => SharingAgreementPayload, { description: "Propose an agreement for its parties to sign." })
  proposeAgreement(
    @InputArgument(() => inputs.ProposeAgreementInput) input: inputs.ProposeAgreementInput,
    @Ctx() context: SubgraphContext,
  ): Promise<SharingAgreementPayload> {
    return show(context, commands.proposeAgreement(context, input));
  }

  @CarrierMutation(() => SharingAgreementPayload, { description: "Sign an agreement for your organisation." })
  signAgreement(
    @InputArgument(() => inputs.SignAgreementInput) input: inputs.SignAgreementInput,
    @Ctx() context: SubgraphContext,
  ): Promise<SharingAgreementPayload> {
    return show(context, commands.signAgreement(context, input));
  }

  @CarrierMutation(() => SharingAgreementPayload, {
    description: "Suspend an agreement; what it opens closes at once.",
  })
  suspendAgreement(
    @InputArgument(() => inputs.SuspendAgreementInput) input: inputs.SuspendAgreementInput,
    @Ctx() context: SubgraphContext,
  ): Promise<SharingAgreementPayload> {
    return show(context, commands.suspendAgreement(context, input));
  }

  @CarrierMutation(() => SharingAgreementPayload, { description: "Lift the suspension of your organisation." })
  resumeAgreement(
    @InputArgument(() => inputs.ResumeAgreementInput) input: inputs.ResumeAgreementInput,
    @Ctx() context: SubgraphContext,
  ): Promise<SharingAgreementPayload> {
    return show(context, commands.resumeAgreement(context, input));
  }

  @CarrierMutation(() => SharingAgreementPayload, { description: "End an agreement for good." })
  terminateAgreement(
    @InputArgument(() => inputs.TerminateAgreementInput) input: inputs.TerminateAgreementInput,
    @Ctx() context: SubgraphContext,
  ): Promise<SharingAgreementPayload> {
    return show(context, commands.terminateAgreement(context, input));
  }
}
