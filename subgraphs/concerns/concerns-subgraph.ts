/** The concerns subgraph: what education providers, NHS England and regulators share about risks to training. */
import { defineSubgraph, type Subgraph } from "../define-subgraph.js";
import { stubEntity } from "../entity.js";
import { AccessLogResolver } from "./access-log/access-log-resolver.js";
import { ConcernReadingsResolver } from "./access-log/concern-readings-resolver.js";
import { ActionPlanResolver, PlannedActionResolver } from "./action-plan/action-plan-resolver.js";
import { AmendingResolver } from "./amending/amending-resolver.js";
import { PlannedAction } from "./action-plan/planned-action.js";
import { AsOfResolver } from "./as-of/as-of-resolver.js";
import { BreakGlassResolver } from "./break-glass/break-glass-resolver.js";
import { EmergencyAccess } from "./break-glass/emergency-access.js";
import { concernChangeView, concernGoneView } from "./changes/change-views.js";
import { ConcernChangesResolver } from "./changes/changes-resolver.js";
import { CategoryChange } from "./intensive-support/category-change.js";
import { CategorySignOff } from "./intensive-support/category-sign-off.js";
import { IntensiveSupportResolver, RiskRatingResolver } from "./intensive-support/intensive-support-resolver.js";
import { Concern } from "./concern.js";
import { ConcernMutations } from "./concern-mutations.js";
import { concernIdShape, readConcerns } from "./concern-reader.js";
import { ConcernResolver } from "./concern-resolver.js";
import { TimelineEntry } from "./events/timeline-entry.js";
import { TimelineEntryResolver, TimelineResolver } from "./events/timeline-resolver.js";
import { organisationCodeShape, standardIdShape } from "./federated-stubs.js";
import { MergingResolver } from "./merging/merging-resolver.js";
import { MovingResolver } from "./merging/moving-resolver.js";
import { ProviderPeriod } from "./merging/provider-period.js";
import { mergedFromView, mergedIntoView } from "./merging/merging-views.js";
import { MessageChannelResolver } from "./delivery/channel-resolver.js";
import { InboxResolver } from "./inbox/inbox-resolver.js";
import { Evidence } from "./evidence/evidence.js";
import { ConcernEvidenceResolver, EvidenceResolver } from "./evidence/evidence-resolver.js";
import { Contribution } from "./intelligence/contribution.js";
import { IntelligenceResolver } from "./intelligence/intelligence-resolver.js";
import { internalNoteView } from "./internal-note.js";
import { OrganisationConcernsResolver, StandardConcernsResolver } from "./nested-concerns-resolver.js";
import { RecurringThemesResolver } from "./patterns/recurring-themes-resolver.js";
import { panelConcernView } from "./panels/panel-concern.js";
import { PanelMutations } from "./panels/panel-mutations.js";
import { PanelAction, PanelContribution, PanelDissent, PanelInvitation } from "./panels/panel-parts.js";
import { ReviewPanel } from "./panels/panel-record.js";
import { ConcernPanelsResolver, PanelActionResolver, PanelResolver } from "./panels/panel-resolver.js";
import { ProgressUpdate } from "./progress-update.js";
import { RequirementCondition } from "./requirements/requirement-condition.js";
import { RequirementMutations, RequirementResolver } from "./requirements/requirement-resolver.js";
import { RegulatorCase } from "./regulator-cases/regulator-case.js";
import { RegulatorCaseResolver } from "./regulator-cases/regulator-case-resolver.js";
import { Requirement, RequirementResponse } from "./requirements/requirement.js";
import { ReviewResolver, ReviewsOfConcernResolver } from "./reviews/review-resolver.js";
import { Review } from "./reviews/review.js";
import { removalRecords } from "./removals/removal-records.js";
import { RemovalMutations } from "./removals/removal-mutations.js";
import { ConcernRemovalsResolver, LearnerRemovalResolver } from "./removals/removal-resolver.js";
import { Share } from "./sharing/share.js";
import { SharingResolver } from "./sharing/sharing-resolver.js";
import { StatisticsResolver } from "./statistics/statistics-resolver.js";
import { DetrimentReport } from "./speaking-up/detriment-report.js";
import { IdentityReveal } from "./speaking-up/identity-reveal-record.js";
import { reporterIdentityView } from "./speaking-up/identity-view.js";
import { ConcernReporterResolver, ReporterResolver } from "./speaking-up/reporter-resolver.js";
import { GuardianCountsResolver } from "./speaking-up/guardian-counts-resolver.js";
import { SpeakingUpResolver } from "./speaking-up/speaking-up-resolver.js";
import { SignalResolver } from "./signals/signal-resolver.js";

export function concernsSubgraph(): Subgraph {
  return defineSubgraph({
    name: "concerns",
    resolvers: [
      ConcernResolver,
      AsOfResolver,
      ConcernMutations,
      AmendingResolver,
      IntensiveSupportResolver,
      RiskRatingResolver,
      RequirementResolver,
      RequirementMutations,
      ReviewResolver,
      ReviewsOfConcernResolver,
      SharingResolver,
      MergingResolver,
      MovingResolver,
      GuardianCountsResolver,
      ActionPlanResolver,
      PlannedActionResolver,
      RecurringThemesResolver,
      TimelineResolver,
      ConcernChangesResolver,
      TimelineEntryResolver,
      InboxResolver,
      StatisticsResolver,
      PanelResolver,
      PanelActionResolver,
      ConcernPanelsResolver,
      PanelMutations,
      MessageChannelResolver,
      ConcernReporterResolver,
      ReporterResolver,
      SpeakingUpResolver,
      BreakGlassResolver,
      ConcernRemovalsResolver,
      LearnerRemovalResolver,
      RemovalMutations,
      EvidenceResolver,
      ConcernEvidenceResolver,
      IntelligenceResolver,
      RegulatorCaseResolver,
      SignalResolver,
      AccessLogResolver,
      ConcernReadingsResolver,
      OrganisationConcernsResolver,
      StandardConcernsResolver,
    ],
    entities: [
      { typeName: "Concern", keyField: "id", keyShape: concernIdShape, load: readConcerns },
      stubEntity("Organisation", "code", organisationCodeShape),
      stubEntity("Standard", "id", standardIdShape),
    ],
    records: [
      ...removalRecords,
      Concern,
      CategoryChange,
      ProviderPeriod,
      CategorySignOff,
      Requirement,
      RequirementResponse,
      RequirementCondition,
      ProgressUpdate,
      Review,
      Share,
      PlannedAction,
      TimelineEntry,
      ReviewPanel,
      PanelInvitation,
      PanelContribution,
      PanelDissent,
      PanelAction,
      IdentityReveal,
      DetrimentReport,
      EmergencyAccess,
      Evidence,
      Contribution,
      RegulatorCase,
    ],
    views: [
      internalNoteView,
      panelConcernView,
      reporterIdentityView,
      concernChangeView,
      concernGoneView,
      mergedIntoView,
      mergedFromView,
    ],
  });
}
