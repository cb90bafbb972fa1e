/** Learners of the allied health professions, healthcare scientists and psychologists. */
import type { LearnerGroup } from "./learner-group.js";

const practice = { supervisors: "practice educators", educators: "placement leads", placedBy: "UNIVERSITY" } as const;

export const alliedHealth: readonly LearnerGroup[] = [
  {
    ...practice,
    profession: "PARAMEDIC",
    weight: 14,
    learners: ["student paramedics", "second-year student paramedics", "paramedic degree apprentices"],
    programmes: ["BSc (Hons) Paramedic Science", "Paramedic Degree Apprenticeship"],
    departments: {
      AMBULANCE: [
        "frontline operations",
        "urgent care",
        "the emergency operations centre",
        "the eastern sector",
        "the coastal sector",
      ],
    },
  },
  {
    ...practice,
    profession: "PHYSIOTHERAPIST",
    weight: 4,
    learners: ["physiotherapy students", "final-year physiotherapy students"],
    programmes: ["BSc (Hons) Physiotherapy", "MSc Physiotherapy (pre-registration)"],
    departments: {
      ACUTE: ["inpatient physiotherapy", "musculoskeletal outpatients", "respiratory physiotherapy"],
      COMMUNITY: ["community rehabilitation", "musculoskeletal outpatients"],
      CHILDREN: ["children's physiotherapy"],
    },
  },
  {
    ...practice,
    profession: "OCCUPATIONAL_THERAPIST",
    weight: 3,
    learners: ["occupational therapy students"],
    programmes: ["BSc (Hons) Occupational Therapy"],
    departments: {
      ACUTE: ["inpatient therapies"],
      COMMUNITY: ["community rehabilitation", "the reablement team"],
      MENTAL_HEALTH: ["the acute admissions unit", "community recovery"],
    },
  },
  {
    ...practice,
    profession: "RADIOGRAPHER",
    weight: 3,
    learners: ["diagnostic radiography students", "therapeutic radiography students"],
    programmes: ["BSc (Hons) Diagnostic Radiography", "BSc (Hons) Therapeutic Radiography"],
    departments: { ACUTE: ["diagnostic imaging", "radiotherapy"], CHILDREN: ["diagnostic imaging"] },
  },
  {
    ...practice,
    profession: "OPERATING_DEPARTMENT_PRACTITIONER",
    weight: 2,
    learners: ["student operating department practitioners"],
    programmes: ["BSc (Hons) Operating Department Practice"],
    departments: { ACUTE: ["main theatres", "obstetric theatres"], CHILDREN: ["theatres and recovery"] },
  },
  {
    ...practice,
    profession: "SPEECH_LANGUAGE_THERAPIST",
    weight: 1,
    learners: ["speech and language therapy students"],
    programmes: ["BSc (Hons) Speech and Language Therapy"],
    departments: {
      COMMUNITY: ["children's speech and language therapy"],
      ACUTE: ["stroke care"],
      CHILDREN: ["speech and language therapy"],
    },
  },
  {
    ...practice,
    profession: "BIOMEDICAL_SCIENTIST",
    weight: 1,
    learners: ["biomedical science placement students"],
    programmes: ["BSc (Hons) Healthcare Science"],
    departments: { ACUTE: ["blood sciences", "cellular pathology", "microbiology"] },
  },
  {
    ...practice,
    profession: "DIETITIAN",
    weight: 1,
    learners: ["dietetics students"],
    programmes: ["BSc (Hons) Dietetics"],
    departments: {
      ACUTE: ["nutrition and dietetics"],
      COMMUNITY: ["community dietetics"],
      CHILDREN: ["nutrition and dietetics"],
    },
  },
  {
    profession: "PRACTITIONER_PSYCHOLOGIST",
    weight: 2,
    learners: ["trainee clinical psychologists"],
    supervisors: "placement supervisors",
    educators: "clinical tutors",
    programmes: ["Doctorate in Clinical Psychology"],
    placedBy: "UNIVERSITY",
    departments: {
      MENTAL_HEALTH: ["psychological therapies", "child and adolescent services"],
      CHILDREN: ["paediatric psychology"],
    },
  },
];
