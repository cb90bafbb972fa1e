/**
 * What the personas are sure to find, whatever else was drawn: the first concerns of the demonstration, one for each
 * line. A line says what has to be true; the rest is drawn as everywhere, until it fits.
 */
import type { SubjectWish } from "./concern-subject.js";
import type { DemonstrationConcern } from "./demonstration-concern.js";

export interface ShowcaseWish extends SubjectWish {
  readonly status?: string;
  readonly category?: string;
  readonly identityMode?: string;
  readonly reportedBy?: string;
  readonly educationProvider?: string;
  readonly requirement?: "OVERDUE" | "DUE_SOON" | "ANSWERED";
  readonly review?: "OVERDUE" | "AHEAD";
  /** It stays with its trust when that becomes part of another, until somebody moves it. */
  readonly leftBehind?: true;
  readonly learners?: "FEWER_THAN_FIVE" | "FIVE_OR_MORE";
}

const northmoor = { trust: "ZZN01", within: 400 };
const northmoorOpen = { ...northmoor, status: "IN_PROGRESS" };
const significant = { status: "IN_PROGRESS", category: "ISF2", within: 420 };

export const showcase: readonly ShowcaseWish[] = [
  { ...northmoorOpen, profession: "DOCTOR", theme: "CLINICAL_SUPERVISION", category: "ISF2", requirement: "OVERDUE" },
  {
    ...northmoorOpen,
    profession: "DOCTOR",
    theme: "BULLYING_UNDERMINING",
    category: "ISF3",
    identityMode: "CONFIDENTIAL",
  },
  { ...northmoorOpen, profession: "NURSE_ADULT", theme: "INDUCTION", category: "ISF1", requirement: "DUE_SOON" },
  {
    ...northmoorOpen,
    profession: "MIDWIFE",
    category: "ISF2",
    educationProvider: "ZZWEXU",
    learners: "FEWER_THAN_FIVE",
  },
  { ...northmoorOpen, profession: "PHYSIOTHERAPIST", category: "ISF2", educationProvider: "ZZWEXU" },
  { ...northmoorOpen, profession: "DOCTOR", theme: "ROTA_WORKLOAD", category: "ISF1", requirement: "ANSWERED" },
  { ...northmoorOpen, profession: "PHARMACIST", category: "ISF1", review: "OVERDUE" },
  { ...northmoorOpen, profession: "DOCTOR", category: "ISF1", identityMode: "ANONYMOUS", learners: "FEWER_THAN_FIVE" },
  { ...northmoor, status: "RESOLUTION_CONFIRMED", theme: "INDUCTION" },
  { ...northmoor, status: "ACCEPTED", profession: "NURSE_ADULT", within: 40 },
  { ...northmoor, status: "REPORTED", sourceType: "LEARNER", identityMode: "CONFIDENTIAL", within: 20 },
  { ...northmoor, status: "REPORTED", sourceType: "PROVIDER", within: 20 },
  { ...northmoor, status: "REPORTED", sourceType: "HEI", reportedBy: "ZZWEXU", within: 20 },
  { ...northmoor, status: "CLOSED", reportedBy: "ZZWEXU", within: 700 },
  { ...northmoor, status: "REOPENED", within: 700 },
  { trust: "ZZN01", status: "DECLINED", within: 300 },
  {
    trust: "ZZE01",
    status: "IN_PROGRESS",
    profession: "NURSE_ADULT",
    category: "ISF1",
    requirement: "OVERDUE",
    within: 400,
  },
  { trust: "ZZE01", profession: "PHYSIOTHERAPIST", educationProvider: "ZZWEXU", ...significant },
  { trust: "ZZE01", status: "REPORTED", within: 20 },
  { trust: "ZZM01", profession: "PARAMEDIC", theme: "SEXUAL_SAFETY", ...significant, category: "ISF3" },
  { trust: "ZZM01", profession: "PARAMEDIC", educationProvider: "ZZWEXU", ...significant },
  { trust: "ZZS01", profession: "NURSE_CHILD", ...significant },
  { trust: "ZZT01", profession: "NURSE_MENTAL_HEALTH", ...significant },
  { trust: "ZZH01", profession: "DOCTOR", theme: "PATIENT_SAFETY", ...significant, category: "ISF4" },
  { trust: "ZZH01", profession: "MIDWIFE", ...significant, category: "ISF3" },
  { trust: "ZZA01", profession: "DOCTOR", ...significant, category: "ISF3", requirement: "OVERDUE" },
  { trust: "ZZK01", profession: "NURSE_ADULT", ...significant, category: "ISF4" },
  { trust: "ZZR01", profession: "PRACTITIONER_PSYCHOLOGIST", ...significant },
  { trust: "ZZU06", profession: "PARAMEDIC", ...significant, category: "ISF4" },
  { profession: "DENTIST", ...significant },
  { profession: "DOCTOR", sourceType: "REGULATOR", reportedBy: "GMC", ...significant },
  { profession: "NURSE_ADULT", sourceType: "REGULATOR", reportedBy: "NMC", ...significant },
  { trust: "ZZP01", status: "IN_PROGRESS", within: 120, leftBehind: true },
];

const daysSoon = 14;

export function fits(drawn: DemonstrationConcern, wish: ShowcaseWish, lastDay: string): boolean {
  const { concern } = drawn;
  return (
    agrees(concern.status, wish.status) &&
    agrees(concern.category, wish.category) &&
    agrees(concern.sourceType, wish.sourceType) &&
    agrees(concern.identityMode, wish.identityMode) &&
    agrees(concern.reportedBy, wish.reportedBy) &&
    agrees(concern.educationProvider, wish.educationProvider) &&
    (wish.requirement === undefined ||
      drawn.requirements.some((each) => standing(each, lastDay) === wish.requirement)) &&
    agrees(reviewStanding(concern.nextReviewOn, lastDay), wish.review) &&
    agrees((concern.learnersAffected ?? 5) < 5 ? "FEWER_THAN_FIVE" : "FIVE_OR_MORE", wish.learners)
  );
}

function agrees(value: string | null, wished: string | undefined): boolean {
  return wished === undefined || value === wished;
}

function standing({ status, dueOn }: DemonstrationConcern["requirements"][number], lastDay: string): string {
  if (status === "RESPONDED" || status === "CLOSURE_REQUESTED") return "ANSWERED";
  if (status !== "OPEN") return status;
  if (dueOn < lastDay) return "OVERDUE";
  return Date.parse(dueOn) - Date.parse(lastDay) <= daysSoon * 86_400_000 ? "DUE_SOON" : "LATER";
}

function reviewStanding(nextReviewOn: string | null, lastDay: string): string | null {
  if (nextReviewOn === null) return null;
  return nextReviewOn < lastDay ? "OVERDUE" : "AHEAD";
}
