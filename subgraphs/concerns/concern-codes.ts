/** The closed lists of the concerns subgraph. Lists that an owner may extend are reference data, not enums. */
import { registerEnumType } from "type-graphql";

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

registerEnumType(ConcernStatus, {
  name: "ConcernStatus",
  description: "Where a concern stands on its way from report to closure.",
  valuesConfig: {
    REPORTED: { description: "Reported; NHS England has not decided on it yet." },
    ACCEPTED: { description: "Accepted by NHS England; not assessed yet." },
    IN_PROGRESS: { description: "Assessed; the provider is working on it." },
    RESOLUTION_CONFIRMED: { description: "The provider says it is resolved; NHS England has to verify." },
    CLOSED: { description: "Verified and closed." },
    REOPENED: { description: "Opened again after closure; to be assessed again." },
    DECLINED: { description: "Not taken on as a concern." },
    MERGED: { description: "Continued in another concern." },
  },
});
registerEnumType(IsfCategory, {
  name: "IsfCategory",
  description: "Category of the Intensive Support Framework, by the level at which NHS England is involved.",
  valuesConfig: {
    ISF0: { description: "Business as usual: routine monitoring." },
    ISF1: { description: "Minor concern: contained, with a credible plan of the provider." },
    ISF2: { description: "Significant concern: impact or persistence, or a plan that is not working." },
    ISF3: { description: "Major concern: serious, multiple or sustained failure." },
    ISF4: { description: "Training suspended or learners removed." },
  },
});
registerEnumType(ConcernOrder, {
  name: "ConcernOrder",
  description: "Orders of a list of concerns.",
  valuesConfig: {
    RAISED_ON: { description: "Newest first." },
    CATEGORY: { description: "Most serious first." },
    NEXT_REVIEW_ON: { description: "Next review due first; without one last." },
    LAST_CHANGED: { description: "Last changed first, by day." },
  },
});
registerEnumType(SubjectLevel, { name: "SubjectLevel", description: "What the concern is about." });
registerEnumType(SourceType, { name: "SourceType", description: "Where the concern came from." });
registerEnumType(RequirementKind, {
  name: "RequirementKind",
  description: "How binding a requirement is.",
  valuesConfig: {
    IMMEDIATE_MANDATORY: { description: "Urgent safety or supervision matter, to be answered in five working days." },
    MANDATORY: { description: "Has to be met by its date." },
    RECOMMENDATION: { description: "Advised." },
  },
});
registerEnumType(RequirementStatus, {
  name: "RequirementStatus",
  description: "Where a requirement stands.",
  valuesConfig: {
    OPEN: { description: "The provider has to answer." },
    RESPONDED: { description: "The provider answered." },
    CLOSURE_REQUESTED: { description: "The provider says that it is met; NHS England has to verify." },
    CLOSED: { description: "NHS England found it met." },
    CARRIED: { description: "It goes on as business as usual, under conditions." },
    WITHDRAWN: { description: "NHS England took it back." },
  },
});
registerEnumType(ProgressKind, {
  name: "ProgressKind",
  description: "What an entry in the progress of a concern is.",
  valuesConfig: {
    UPDATE: { description: "The provider reports on its progress." },
    RESOLUTION_CONFIRMED: { description: "The provider says that the concern is resolved." },
    RESOLUTION_REJECTED: { description: "NHS England finds that it is not." },
    REOPENED: { description: "NHS England opened it again." },
  },
});
/** The names of the data classes that the protocol shares. */
export enum SharedClass {
  OPERATIONAL = "OPERATIONAL",
  NARRATIVE = "NARRATIVE",
  MANAGEMENT = "MANAGEMENT",
}

registerEnumType(SharedClass, { name: "SharedClass", description: "A data class that a share may open." });
registerEnumType(IdentityMode, {
  name: "IdentityMode",
  description: "What the person who spoke up chose.",
  valuesConfig: {
    OPEN: { description: "Their identity may be known." },
    CONFIDENTIAL: { description: "Their identity is sealed and read only after an approved reveal." },
    ANONYMOUS: { description: "Nothing that identifies them is stored." },
  },
});
