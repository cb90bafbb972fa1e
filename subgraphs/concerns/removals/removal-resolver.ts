/** Removals of learners and other changes of placements, in the graph. */
import { Ctx, Resolver, Root } from "type-graphql";
import { ClassifiedField } from "../../annotations.js";
import { loaderOf } from "../../loader-of.js";
import type { SubgraphContext } from "../../subgraph-context.js";
import { learnerRemoval } from "../casework-references.js";
import { Concern } from "../concern.js";
import type { ConcernRecord } from "../concern-reader.js";
import { LearnerRemoval } from "./learner-removal-record.js";
import { isStanding, outstandingNotices } from "./learner-removal.js";
import { PlacementChange } from "./placement-change.js";
import * as reader from "./removal-reader.js";
import { Relocation } from "./relocation.js";
import { RemovalConsent } from "./removal-consent.js";
import { RemovalConsultation } from "./removal-consultation.js";
import { RemovalNotice } from "./removal-notice.js";
import { outstandingConsultees } from "./removal-proposal.js";
import { RemovalReview } from "./removal-review.js";
import { RemovedLearners } from "./removed-learners.js";
import { ReturnPhase } from "./return-phase.js";

type Loaded<Item> = Promise<Item[] | undefined>;
const ofConcern = (): typeof Concern => Concern;
const ofRemoval = (): typeof LearnerRemoval => LearnerRemoval;

@Resolver(() => Concern)
export class ConcernRemovalsResolver {
  @ClassifiedField(ofConcern, () => [LearnerRemoval], "OPERATIONAL", {
    description: "Removals of learners that are decided, and proposals on which you were heard. Newest first.",
  })
  removals(@Root() { key }: ConcernRecord, @Ctx() context: SubgraphContext): Loaded<LearnerRemoval> {
    return loaderOf(context, reader.loadRemovals).load(key);
  }

  @ClassifiedField(ofConcern, () => [PlacementChange], "MANAGEMENT:summary", {
    description: "Ordinary changes of placements, which are no removal of learners. Newest first.",
  })
  placementChanges(@Root() { key }: ConcernRecord, @Ctx() context: SubgraphContext): Loaded<PlacementChange> {
    return loaderOf(context, reader.loadPlacementChanges).load(key);
  }
}

@Resolver(() => LearnerRemoval)
export class LearnerRemovalResolver {
  @ClassifiedField(ofRemoval, () => [RemovedLearners], "LEARNERS", {
    description: "The learners concerned, group by group; for a university its own.",
  })
  learners(@Root() { id }: LearnerRemoval, @Ctx() context: SubgraphContext): Loaded<RemovedLearners> {
    return loaderOf(context, reader.loadLearners).load(id);
  }

  @ClassifiedField(ofRemoval, () => [RemovalConsultation], "MANAGEMENT:internal", {
    description: "Who was heard before it was decided.",
  })
  consultations(@Root() { id }: LearnerRemoval, @Ctx() context: SubgraphContext): Loaded<RemovalConsultation> {
    return loaderOf(context, reader.loadConsultations).load(id);
  }

  @ClassifiedField(ofRemoval, () => [String], "MANAGEMENT:internal", {
    description: "Who has still to be heard before it can be decided.",
  })
  async consulteesMissing(@Root() { id, state, urgent }: LearnerRemoval, @Ctx() context: SubgraphContext) {
    if (state !== "PROPOSED") return [];
    const heard = (await loaderOf(context, reader.loadConsultations).load(id)) ?? [];
    const consultations = heard.map(({ consultee, notApplicable }) => ({
      consultee: consultee ?? "",
      isNotApplicable: notApplicable ?? false,
    }));
    return outstandingConsultees(urgent ?? false, consultations, learnerRemoval());
  }

  @ClassifiedField(ofRemoval, () => [RemovalConsent], "OPERATIONAL", {
    description: "Consents of the authorities that decide; those of universities for themselves and NHS England.",
  })
  consents(@Root() { id }: LearnerRemoval, @Ctx() context: SubgraphContext): Loaded<RemovalConsent> {
    return loaderOf(context, reader.loadConsents).load(id);
  }

  @ClassifiedField(ofRemoval, () => [RemovalNotice], "MANAGEMENT:summary", { description: "Who was told in writing." })
  notices(@Root() { id }: LearnerRemoval, @Ctx() context: SubgraphContext): Loaded<RemovalNotice> {
    return loaderOf(context, reader.loadNotices).load(id);
  }

  @ClassifiedField(ofRemoval, () => [String], "MANAGEMENT:summary", {
    description: "Who has still to be told in writing; nobody unless it is decided and has not ended.",
  })
  async noticesMissing(@Root() { id, state }: LearnerRemoval, @Ctx() context: SubgraphContext) {
    if (state === null || !isStanding(state)) return [];
    const given = (await loaderOf(context, reader.loadNotices).load(id)) ?? [];
    const notices = given.map(({ told, notApplicable }) => ({
      told: told ?? "",
      isNotApplicable: notApplicable ?? false,
    }));
    return outstandingNotices(notices, learnerRemoval());
  }

  @ClassifiedField(ofRemoval, () => [Relocation], "MANAGEMENT:summary", {
    description: "Where the learners go; for a university its own.",
  })
  relocations(@Root() { id }: LearnerRemoval, @Ctx() context: SubgraphContext): Loaded<Relocation> {
    return loaderOf(context, reader.loadRelocations).load(id);
  }

  @ClassifiedField(ofRemoval, () => [RemovalReview], "OPERATIONAL", { description: "Its reviews, newest first." })
  reviews(@Root() { id }: LearnerRemoval, @Ctx() context: SubgraphContext): Loaded<RemovalReview> {
    return loaderOf(context, reader.loadReviews).load(id);
  }

  @ClassifiedField(ofRemoval, () => [ReturnPhase], "OPERATIONAL", {
    description: "Phases in which the learners return, in order.",
  })
  phases(@Root() { id }: LearnerRemoval, @Ctx() context: SubgraphContext): Loaded<ReturnPhase> {
    return loaderOf(context, reader.loadPhases).load(id);
  }
}
