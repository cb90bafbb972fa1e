/** The closed lists of the concerns subgraph. Lists that an owner may extend are reference data, not enums. */
import { describedEnum } from "../described-enum.js";

export enum ConcernStatus {
  REPORTED = "REPORTED",
  ACCEPTED = "ACCEPTED",
  IN_PROGRESS = "IN_PROGRESS",
  RESOLUTION_CONFIRMED = "RESOLUTION_CONFIRMED",
  CLOSED = "CLOSED",
  REOPENED = "REOPENED",
  DECLINED = "DECLINED",
  MERGED = "MERGED",
}

export enum IsfCategory {
  ISF0 = "ISF0",
  ISF1 = "ISF1",
  ISF2 = "ISF2",
  ISF3 = "ISF3",
  ISF4 = "ISF4",
}

export enum ConcernOrder {
  RAISED_ON = "RAISED_ON",
  CATEGORY = "CATEGORY",
  NEXT_REVIEW_ON = "NEXT_REVIEW_ON",
  LAST_CHANGED = "LAST_CHANGED",
}

export enum SubjectLevel {
  ORGANISATION = "ORGANISATION",
  SITE = "SITE",
  DEPARTMENT = "DEPARTMENT",
  PROGRAMME = "PROGRAMME",
  SYSTEM = "SYSTEM",
}

export enum SourceType {
  LEARNER = "LEARNER",
  EDUCATOR = "EDUCATOR",
  PROVIDER = "PROVIDER",
  HEI = "HEI",
  PROGRAMME_LEAD = "PROGRAMME_LEAD",
  NTS = "NTS",
  NETS = "NETS",
  REVIEW = "REVIEW",
  REGULATOR = "REGULATOR",
  FTSU_REPORT = "FTSU_REPORT",
  GUARDIAN_SAFE_WORKING = "GUARDIAN_SAFE_WORKING",
  COMPLAINT = "COMPLAINT",
  MEDIA = "MEDIA",
  ECP_PANEL = "ECP_PANEL",
  OTHER = "OTHER",
}

export enum RequirementKind {
  IMMEDIATE_MANDATORY = "IMMEDIATE_MANDATORY",
  MANDATORY = "MANDATORY",
  RECOMMENDATION = "RECOMMENDATION",
}

export enum RequirementStatus {
  OPEN = "OPEN",
  RESPONDED = "RESPONDED",
  CLOSURE_REQUESTED = "CLOSURE_REQUESTED",
  CLOSED = "CLOSED",
  CARRIED = "CARRIED",
  WITHDRAWN = "WITHDRAWN",
}

export enum ProgressKind {
  UPDATE = "UPDATE",
  RESOLUTION_CONFIRMED = "RESOLUTION_CONFIRMED",
  RESOLUTION_REJECTED = "RESOLUTION_REJECTED",
  REOPENED = "REOPENED",
}

export enum IdentityMode {
  OPEN = "OPEN",
  CONFIDENTIAL = "CONFIDENTIAL",
  ANONYMOUS = "ANONYMOUS",
}

/** The names of the data classes that the protocol shares. */
export enum SharedClass {
  OPERATIONAL = "OPERATIONAL",
  NARRATIVE = "NARRATIVE",
  MANAGEMENT = "MANAGEMENT",
}

describedEnum(ConcernStatus, "ConcernStatus", "Where a concern stands on its way from report to closure.", {
  REPORTED: "Reported; NHS England has not decided on it yet.",
  ACCEPTED: "Accepted by NHS England; not assessed yet.",
  IN_PROGRESS: "Assessed; the provider is working on it.",
  RESOLUTION_CONFIRMED: "The provider says it is resolved; NHS England has to verify.",
  CLOSED: "Verified and closed.",
  REOPENED: "Opened again after closure; to be assessed again.",
  DECLINED: "Not taken on as a concern.",
  MERGED: "Continued in another concern.",
});
describedEnum(
  IsfCategory,
  "IsfCategory",
  "Category of the Intensive Support Framework, by the level at which NHS England is involved.",
  {
    ISF0: "Business as usual: routine monitoring.",
    ISF1: "Minor concern: contained, with a credible plan of the provider.",
    ISF2: "Significant concern: impact or persistence, or a plan that is not working.",
    ISF3: "Major concern: serious, multiple or sustained failure.",
    ISF4: "Training suspended or learners removed.",
  },
);
describedEnum(ConcernOrder, "ConcernOrder", "Orders of a list of concerns.", {
  RAISED_ON: "Newest first.",
  CATEGORY: "Most serious first.",
  NEXT_REVIEW_ON: "Next review due first; without one last.",
  LAST_CHANGED: "Last changed first, by day.",
});
describedEnum(SubjectLevel, "SubjectLevel", "How much of a provider the concern is about.", {
  ORGANISATION: "The provider as a whole.",
  SITE: "One of its sites.",
  DEPARTMENT: "A department.",
  PROGRAMME: "A programme of education or training.",
  SYSTEM: "More than one provider: how they work together.",
});
describedEnum(SourceType, "SourceType", "Where the concern came from.", {
  LEARNER: "A learner, or a group of them.",
  EDUCATOR: "An educator or a supervisor.",
  PROVIDER: "The provider itself.",
  HEI: "A university or college.",
  PROGRAMME_LEAD: "Who leads a programme, such as a head of school or a training programme director.",
  NTS: "The national training survey of the GMC.",
  NETS: "The National Education and Training Survey of NHS England.",
  REVIEW: "A visit or a review of quality.",
  REGULATOR: "A regulator.",
  FTSU_REPORT: "A report to a Freedom to Speak Up guardian.",
  GUARDIAN_SAFE_WORKING: "A guardian of safe working hours, such as by exception reports.",
  COMPLAINT: "A complaint.",
  MEDIA: "Press, broadcast or social media.",
  ECP_PANEL: "A review panel of the Emerging Concerns Protocol.",
  OTHER: "Another source.",
});
describedEnum(RequirementKind, "RequirementKind", "How binding a requirement is.", {
  IMMEDIATE_MANDATORY: "Urgent safety or supervision matter, to be answered in five working days.",
  MANDATORY: "Has to be met by its date.",
  RECOMMENDATION: "Advised.",
});
describedEnum(RequirementStatus, "RequirementStatus", "Where a requirement stands.", {
  OPEN: "The provider has to answer.",
  RESPONDED: "The provider answered.",
  CLOSURE_REQUESTED: "The provider says that it is met; NHS England has to verify.",
  CLOSED: "NHS England found it met.",
  CARRIED: "It goes on as business as usual, under conditions.",
  WITHDRAWN: "NHS England took it back.",
});
describedEnum(ProgressKind, "ProgressKind", "What an entry in the progress of a concern is.", {
  UPDATE: "The provider reports on its progress.",
  RESOLUTION_CONFIRMED: "The provider says that the concern is resolved.",
  RESOLUTION_REJECTED: "NHS England finds that it is not.",
  REOPENED: "NHS England opened it again.",
});
describedEnum(SharedClass, "SharedClass", "A data class that a share may open.", {
  OPERATIONAL: "What it is, where, and how it stands.",
  NARRATIVE: "The report as it was written.",
  MANAGEMENT: "How the bodies concerned deal with it.",
});
describedEnum(IdentityMode, "IdentityMode", "What the person who spoke up chose.", {
  OPEN: "Their identity may be known.",
  CONFIDENTIAL: "Their identity is sealed and read only after an approved reveal.",
  ANONYMOUS: "Nothing that identifies them is stored.",
});
