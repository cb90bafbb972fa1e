/** The closed lists of the provider's action plan. Owners are posts, never people. */
import { registerEnumType } from "type-graphql";

export enum PlannedActionStatus {
  OPEN = "OPEN",
  COMPLETED = "COMPLETED",
  DROPPED = "DROPPED",
}

export enum ActionOwner {
  CHIEF_EXECUTIVE = "CHIEF_EXECUTIVE",
  MEDICAL_DIRECTOR = "MEDICAL_DIRECTOR",
  CHIEF_NURSE = "CHIEF_NURSE",
  WORKFORCE_DIRECTOR = "WORKFORCE_DIRECTOR",
  DIRECTOR_OF_EDUCATION = "DIRECTOR_OF_EDUCATION",
  GUARDIAN_OF_SAFE_WORKING = "GUARDIAN_OF_SAFE_WORKING",
  CLINICAL_LEAD = "CLINICAL_LEAD",
  EDUCATION_LEAD = "EDUCATION_LEAD",
  ROTA_COORDINATOR = "ROTA_COORDINATOR",
  OTHER = "OTHER",
}

registerEnumType(PlannedActionStatus, {
  name: "PlannedActionStatus",
  description: "Where an action of the provider's plan stands.",
  valuesConfig: {
    OPEN: { description: "Planned, and not done yet." },
    COMPLETED: { description: "Done, as the provider says." },
    DROPPED: { description: "Given up by the provider, for a reason." },
  },
});
registerEnumType(ActionOwner, {
  name: "ActionOwner",
  description: "The post at the provider that answers for an action; never a person.",
  valuesConfig: {
    CHIEF_EXECUTIVE: { description: "Chief executive." },
    MEDICAL_DIRECTOR: { description: "Medical director." },
    CHIEF_NURSE: { description: "Chief nurse, midwife or allied health professions director." },
    WORKFORCE_DIRECTOR: { description: "Director of workforce." },
    DIRECTOR_OF_EDUCATION: { description: "Director of education, or of medical education." },
    GUARDIAN_OF_SAFE_WORKING: { description: "Guardian of safe working hours." },
    CLINICAL_LEAD: { description: "Lead of the department or service." },
    EDUCATION_LEAD: { description: "College tutor, practice education lead or the like." },
    ROTA_COORDINATOR: { description: "Who makes the rota." },
    OTHER: { description: "Another post." },
  },
});
