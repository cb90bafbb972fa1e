/** The closed lists of the provider's action plan. Owners are posts, never people. */
import { describedEnum } from "../../described-enum.js";

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

describedEnum(PlannedActionStatus, "PlannedActionStatus", "Where an action of the provider's plan stands.", {
  OPEN: "Planned, and not done yet.",
  COMPLETED: "Done, as the provider says.",
  DROPPED: "Given up by the provider, for a reason.",
});
describedEnum(ActionOwner, "ActionOwner", "The post at the provider that answers for an action; never a person.", {
  CHIEF_EXECUTIVE: "Chief executive.",
  MEDICAL_DIRECTOR: "Medical director.",
  CHIEF_NURSE: "Chief nurse, midwife or allied health professions director.",
  WORKFORCE_DIRECTOR: "Director of workforce.",
  DIRECTOR_OF_EDUCATION: "Director of education, or of medical education.",
  GUARDIAN_OF_SAFE_WORKING: "Guardian of safe working hours.",
  CLINICAL_LEAD: "Lead of the department or service.",
  EDUCATION_LEAD: "College tutor, practice education lead or the like.",
  ROTA_COORDINATOR: "Who makes the rota.",
  OTHER: "Another post.",
});
