/** Nursing, midwifery and nursing associate students. */
import type { LearnerGroup } from "./learner-group.js";

const practice = {
  supervisors: "practice supervisors",
  educators: "practice assessors",
  placedBy: "UNIVERSITY",
} as const;

export const nursesAndMidwives: readonly LearnerGroup[] = [
  {
    ...practice,
    profession: "NURSE_ADULT",
    weight: 12,
    learners: [
      "student nurses",
      "second-year student nurses",
      "third-year student nurses",
      "return-to-practice students",
    ],
    programmes: ["BSc (Hons) Adult Nursing", "MSc Adult Nursing", "Registered Nurse Degree Apprenticeship"],
    departments: {
      ACUTE: ["the surgical admissions ward", "acute medicine", "stroke care", "day surgery", "intensive care"],
      COMMUNITY: [
        "district nursing",
        "community rehabilitation",
        "the urgent community response team",
        "palliative care",
      ],
    },
  },
  {
    ...practice,
    profession: "NURSE_CHILD",
    weight: 3,
    learners: ["children's nursing students", "second-year children's nursing students"],
    programmes: ["BSc (Hons) Children's Nursing"],
    departments: {
      ACUTE: ["the children's ward", "neonatal care"],
      CHILDREN: ["paediatric intensive care", "the oncology ward", "theatres and recovery", "the surgical ward"],
      COMMUNITY: ["children's community nursing", "school nursing"],
    },
  },
  {
    ...practice,
    profession: "NURSE_MENTAL_HEALTH",
    weight: 7,
    learners: ["mental health nursing students", "third-year mental health nursing students"],
    programmes: ["BSc (Hons) Mental Health Nursing", "MSc Mental Health Nursing"],
    departments: {
      MENTAL_HEALTH: [
        "the acute admissions unit",
        "psychiatric intensive care",
        "the older adults' ward",
        "early intervention",
        "the community mental health team",
      ],
    },
  },
  {
    ...practice,
    profession: "NURSE_LEARNING_DISABILITY",
    weight: 1,
    learners: ["learning disability nursing students"],
    programmes: ["BSc (Hons) Learning Disability Nursing"],
    departments: {
      MENTAL_HEALTH: ["the assessment and treatment unit"],
      COMMUNITY: ["the community learning disability team"],
    },
  },
  {
    ...practice,
    profession: "MIDWIFE",
    weight: 6,
    learners: ["student midwives", "second-year student midwives", "final-year student midwives"],
    programmes: ["BSc (Hons) Midwifery", "MSc Midwifery (shortened)"],
    departments: {
      ACUTE: ["the delivery suite", "the postnatal ward", "community midwifery", "the midwife-led birth centre"],
    },
  },
  {
    ...practice,
    profession: "NURSING_ASSOCIATE",
    weight: 2,
    learners: ["trainee nursing associates"],
    programmes: ["Foundation Degree Nursing Associate"],
    departments: {
      ACUTE: ["acute medicine", "outpatients"],
      COMMUNITY: ["community rehabilitation", "district nursing"],
      MENTAL_HEALTH: ["the older adults' ward"],
    },
  },
];
