/** Doctors in postgraduate training and medical students, and the associates that the same body regulates. */
import type { LearnerGroup } from "./learner-group.js";

const medicalWards = ["acute medicine", "geriatric medicine", "respiratory medicine", "gastroenterology", "cardiology"];
const surgicalWards = ["general surgery", "trauma and orthopaedics", "urology", "vascular surgery"];
const psychiatry = ["general adult psychiatry", "old age psychiatry", "child and adolescent psychiatry"];
const postgraduate = {
  supervisors: "consultants",
  educators: "educational supervisors",
  placedBy: "NHS_ENGLAND",
} as const;

export const doctors: readonly LearnerGroup[] = [
  {
    ...postgraduate,
    profession: "DOCTOR",
    weight: 14,
    learners: ["foundation doctors", "foundation year 1 doctors", "foundation year 2 doctors"],
    programmes: ["Foundation Programme"],
    departments: {
      ACUTE: [...medicalWards, ...surgicalWards, "emergency medicine"],
      MENTAL_HEALTH: psychiatry,
      COMMUNITY: ["community rehabilitation", "palliative care"],
      CHILDREN: ["general paediatrics"],
    },
  },
  {
    ...postgraduate,
    profession: "DOCTOR",
    weight: 9,
    learners: ["internal medicine trainees", "resident doctors in medicine"],
    programmes: ["Internal Medicine Training"],
    departments: { ACUTE: [...medicalWards, "renal medicine", "stroke medicine"] },
  },
  {
    ...postgraduate,
    profession: "DOCTOR",
    weight: 7,
    learners: ["core surgical trainees", "resident doctors in surgery", "higher specialty trainees in surgery"],
    programmes: ["Core Surgical Training", "General Surgery Specialty Training"],
    departments: { ACUTE: surgicalWards, CHILDREN: ["paediatric surgery"] },
  },
  {
    ...postgraduate,
    profession: "DOCTOR",
    weight: 8,
    learners: ["specialty trainees", "higher specialty trainees", "resident doctors"],
    programmes: [
      "Emergency Medicine Specialty Training",
      "Anaesthetics Specialty Training",
      "Clinical Radiology Training",
    ],
    departments: {
      ACUTE: ["emergency medicine", "anaesthetics", "intensive care", "clinical radiology", "ophthalmology"],
    },
  },
  {
    ...postgraduate,
    profession: "DOCTOR",
    weight: 6,
    learners: ["specialty trainees", "resident doctors", "GP specialty trainees"],
    programmes: [
      "Obstetrics and Gynaecology Specialty Training",
      "Paediatrics Specialty Training",
      "GP Specialty Training",
    ],
    departments: {
      ACUTE: ["obstetrics and gynaecology", "general paediatrics", "neonatal medicine"],
      CHILDREN: ["general paediatrics", "paediatric emergency medicine", "neonatal surgery", "paediatric cardiology"],
    },
  },
  {
    ...postgraduate,
    profession: "DOCTOR",
    weight: 5,
    learners: ["core psychiatry trainees", "resident doctors in psychiatry", "GP specialty trainees"],
    programmes: ["Core Psychiatry Training", "GP Specialty Training"],
    departments: { MENTAL_HEALTH: [...psychiatry, "forensic psychiatry", "crisis and liaison psychiatry"] },
  },
  {
    profession: "DOCTOR",
    weight: 6,
    learners: ["medical students", "fourth-year medical students", "final-year medical students"],
    supervisors: "consultants",
    educators: "clinical placement leads",
    programmes: ["MBBS Medicine"],
    placedBy: "UNIVERSITY",
    departments: {
      ACUTE: [...medicalWards, ...surgicalWards, "obstetrics and gynaecology"],
      MENTAL_HEALTH: psychiatry,
      CHILDREN: ["general paediatrics"],
    },
  },
  {
    profession: "PHYSICIAN_ASSOCIATE",
    weight: 1,
    learners: ["physician associate students"],
    supervisors: "consultants",
    educators: "clinical placement leads",
    programmes: ["MSc Physician Associate Studies"],
    placedBy: "UNIVERSITY",
    departments: {
      ACUTE: ["acute medicine", "emergency medicine", "general surgery"],
      COMMUNITY: ["intermediate care"],
    },
  },
];
