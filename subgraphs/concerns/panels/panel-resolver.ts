/** Review panels in the graph: thin, from arguments to the reader and back. */
import { Arg, Args, Ctx, FieldResolver, ID, Resolver, Root } from "type-graphql";
import { CarrierQuery, ClassifiedField } from "../../annotations.js";
import type { Connection } from "../../connection.js";
import { loaderOf } from "../../loader-of.js";
import { idShape } from "../../records.js";
import type { SubgraphContext } from "../../subgraph-context.js";
import { Concern } from "../concern.js";
import { readConcerns, type ConcernRecord } from "../concern-reader.js";
import {
  ActionListArguments,
  actionListClasses,
  ownActionPage,
  PanelActionConnection,
  PanelConnection,
  PanelListArguments,
  panelListClasses,
  panelPage,
} from "./panel-page.js";
import { PanelAction, type PanelContribution, type PanelDissent, type PanelInvitation } from "./panel-parts.js";
import * as reader from "./panel-reader.js";
import type { PanelActionRecord, PanelRecord } from "./panel-reader.js";
import { ReviewPanel } from "./panel-record.js";
import { SuggestedInvitee } from "./panel-values.js";
import { suggestFor } from "./suggested-invitees.js";

type Loaded<Value> = Promise<Value | undefined>;

@Resolver(() => ReviewPanel)
export class PanelResolver {
  @CarrierQuery(() => ReviewPanel, {
    nullable: true,
    description: "A review panel by its id; null where there is none that you attend or are invited to.",
    argumentClasses: { id: "DELIBERATION:invitation" },
  })
  async reviewPanel(
    @Arg("id", () => ID, { description: "Its id." }) id: string,
    @Ctx() context: SubgraphContext,
  ): Promise<PanelRecord | null> {
    if (!idShape.test(id)) return null;
    return (await loaderOf(context, reader.loadPanels).load(id)) ?? null;
  }

  @CarrierQuery(() => PanelConnection, {
    description: "The review panels that you attend or are invited to, newest first.",
    argumentClasses: panelListClasses,
  })
  reviewPanels(
    @Args(() => PanelListArguments) listArguments: PanelListArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<Connection<PanelRecord>> {
    return panelPage(context, listArguments);
  }

  @CarrierQuery(() => PanelActionConnection, {
    description: "Outstanding actions of your organisation over all review panels, due first.",
    argumentClasses: actionListClasses,
  })
  myActions(
    @Args(() => ActionListArguments) listArguments: ActionListArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<Connection<PanelActionRecord>> {
    return ownActionPage(context, listArguments);
  }

  @CarrierQuery(() => [SuggestedInvitee], {
    description: "Whom to invite to a review panel on a concern, by its place and professions alone.",
    argumentClasses: { concern: "OPERATIONAL:headline" },
  })
  async panelInvitees(
    @Arg("concern", () => ID, { description: "The concern." }) id: string,
    @Ctx() context: SubgraphContext,
  ): Promise<SuggestedInvitee[]> {
    if (!idShape.test(id)) return [];
    const concern = (await readConcerns(context, [id], new Set(["professions", "region"]))).get(id);
    if (concern?.professions == null) return [];
    return suggestFor(context, {
      convenor: context.caller.organisation,
      professions: concern.professions,
      regions: concern.region === null ? [] : [concern.region.code],
    });
  }

  @ClassifiedField(() => ReviewPanel, () => [SuggestedInvitee], "DELIBERATION", {
    description: "Whom else to invite, by place and professions alone.",
  })
  async suggestedInvitees(@Root() panel: PanelRecord, @Ctx() context: SubgraphContext): Promise<SuggestedInvitee[]> {
    const { convenor, professions, regions, id } = panel;
    const matter = {
      convenor: convenor?.code ?? "",
      professions: professions ?? [],
      regions: (regions ?? []).map(({ code }) => code),
    };
    const invited = new Set(
      (await loaderOf(context, reader.loadInvitations).load(id))?.map(({ organisation }) => organisation?.code),
    );
    return (await suggestFor(context, matter)).filter(({ organisation }) => !invited.has(organisation.code));
  }

  @ClassifiedField(() => ReviewPanel, () => [Concern], "DELIBERATION", {
    description: "Concerns that it is about, of those that you may know of. The one that leads comes first.",
  })
  concerns(@Root() { id }: PanelRecord, @Ctx() context: SubgraphContext): Loaded<ConcernRecord[]> {
    return loaderOf(context, reader.loadConcernsOfPanels).load(id);
  }

  @FieldResolver()
  invitations(@Root() { id }: PanelRecord, @Ctx() context: SubgraphContext): Loaded<PanelInvitation[]> {
    return loaderOf(context, reader.loadInvitations).load(id);
  }

  @FieldResolver()
  contributions(@Root() { id }: PanelRecord, @Ctx() context: SubgraphContext): Loaded<PanelContribution[]> {
    return loaderOf(context, reader.loadContributions).load(id);
  }

  @FieldResolver()
  dissents(@Root() { id }: PanelRecord, @Ctx() context: SubgraphContext): Loaded<PanelDissent[]> {
    return loaderOf(context, reader.loadDissents).load(id);
  }

  @FieldResolver()
  actions(@Root() { id }: PanelRecord, @Ctx() context: SubgraphContext): Loaded<PanelActionRecord[]> {
    return loaderOf(context, reader.loadActions).load(id);
  }
}

@Resolver(() => PanelAction)
export class PanelActionResolver {
  @ClassifiedField(() => PanelAction, () => ReviewPanel, "DELIBERATION", {
    description: "The panel at which it was agreed.",
  })
  panel(@Root() { key }: PanelActionRecord, @Ctx() context: SubgraphContext): Loaded<PanelRecord> {
    return loaderOf(context, reader.loadPanels).load(key);
  }
}

@Resolver(() => Concern)
export class ConcernPanelsResolver {
  @ClassifiedField(() => Concern, () => [ReviewPanel], "OPERATIONAL", {
    ofThePresent: true,
    description: "Review panels on it that you convened or attend, newest first; for anybody else there are none.",
  })
  panels(@Root() { key }: ConcernRecord, @Ctx() context: SubgraphContext): Loaded<PanelRecord[]> {
    return loaderOf(context, reader.loadPanelsOfConcerns).load(key);
  }
}
