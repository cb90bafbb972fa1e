/** Pharmacy and dental learners. */
import type { LearnerGroup } from "./learner-group.js";

export const pharmacyAndDental: readonly LearnerGroup[] = [
  {
    profession: "PHARMACIST",
    weight: 4,
    learners: ["foundation trainee pharmacists", "trainee pharmacists"],
    supervisors: "designated supervisors",
    educators: "designated prescribing practitioners",
    programmes: ["Foundation Pharmacist Training"],
    placedBy: "NHS_ENGLAND",
    departments: {
      ACUTE: ["the dispensary", "clinical pharmacy", "aseptic services"],
      MENTAL_HEALTH: ["clinical pharmacy"],
      CHILDREN: ["clinical pharmacy"],
      COMMUNITY: ["medicines optimisation"],
    },
  },
  {
    profession: "PHARMACY_TECHNICIAN",
    weight: 1,
    learners: ["pre-registration trainee pharmacy technicians"],
    supervisors: "work-based supervisors",
    educators: "education supervisors",
    programmes: ["Pre-registration Trainee Pharmacy Technician Programme"],
    placedBy: "NHS_ENGLAND",
    departments: { ACUTE: ["the dispensary", "medicines management"], MENTAL_HEALTH: ["the dispensary"] },
  },
  {
    profession: "DENTIST",
    weight: 2,
    learners: ["dental core trainees", "specialty trainees in oral surgery"],
    supervisors: "consultants",
    educators: "educational supervisors",
    programmes: ["Dental Core Training", "Oral Surgery Specialty Training"],
    placedBy: "NHS_ENGLAND",
    departments: {
      ACUTE: ["oral and maxillofacial surgery", "restorative dentistry"],
      CHILDREN: ["paediatric dentistry"],
      COMMUNITY: ["community dental services"],
    },
  },
  {
    profession: "DENTAL_THERAPIST",
    weight: 1,
    learners: ["dental therapy and hygiene students"],
    supervisors: "clinical tutors",
    educators: "placement leads",
    programmes: ["BSc (Hons) Dental Therapy and Hygiene"],
    placedBy: "UNIVERSITY",
    departments: { COMMUNITY: ["community dental services"], ACUTE: ["restorative dentistry"] },
  },
];
