/**
 * What filters and orders of lists of concerns should do, said over what the asker may see: a field that is withheld
 * has no value, and so meets no condition and comes last in every order.
 */
import { dayInEngland } from "../../hub/day-in-england.js";
import type { Tree } from "./recorded-truth.js";

export interface FilterCase {
  readonly title: string;
  readonly filter: Readonly<Record<string, unknown>>;
  /** Over the concern as the asker sees it. */
  meets(seen: Tree): boolean;
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);
const code = (value: unknown): unknown => (value as Tree | null)?.["code"];
const text = (value: unknown): string => (typeof value === "string" ? value.toLowerCase() : "");
const isStanding = (removal: unknown): boolean => {
  const { decidedOn, endedOn } = removal as Tree;
  return decidedOn !== null && endedOn === null;
};
const says = (seen: Tree, word: string): boolean =>
  ["title", "summary", "narrative"].some((field) => text(seen[field]).includes(word.toLowerCase()));
const isOneOf = (value: unknown, values: readonly string[]): boolean => values.some((one) => one === value);

/** Conditions that hold or not whichever concerns there are. */
export const filterCases: readonly FilterCase[] = [
  { title: "no condition at all", filter: {}, meets: () => true },
  { title: "a condition of null", filter: { status: null, text: null }, meets: () => true },
  ...["REPORTED", "ACCEPTED", "IN_PROGRESS", "CLOSED", "DECLINED"].map((status) => ({
    title: `the state ${status}`,
    filter: { status: [status] },
    meets: (seen: Tree) => seen["status"] === status,
  })),
  {
    title: "either of two states",
    filter: { status: ["REPORTED", "CLOSED"] },
    meets: ({ status }) => isOneOf(status, ["REPORTED", "CLOSED"]),
  },
  { title: "none of no states", filter: { status: [] }, meets: () => false },
  { title: "none of no professions", filter: { profession: [] }, meets: () => false },
  { title: "the category ISF3", filter: { category: ["ISF3"] }, meets: ({ category }) => category === "ISF3" },
  {
    title: "ISF2 or above",
    filter: { categoryAtLeast: "ISF2" },
    meets: ({ category }) => isOneOf(category, ["ISF2", "ISF3", "ISF4"]),
  },
  { title: "one provider", filter: { provider: ["ZZN01"] }, meets: ({ provider }) => code(provider) === "ZZN01" },
  { title: "a provider that is none", filter: { provider: ["NOBODY"] }, meets: () => false },
  { title: "a site", filter: { site: ["ZZN0101"] }, meets: ({ site }) => code(site) === "ZZN0101" },
  { title: "the own region", filter: { region: ["Y60"] }, meets: ({ region }) => code(region) === "Y60" },
  { title: "another region", filter: { region: ["Y56"] }, meets: ({ region }) => code(region) === "Y56" },
  {
    title: "a profession",
    filter: { profession: ["DOCTOR"] },
    meets: ({ professions }) => list(professions).includes("DOCTOR"),
  },
  {
    title: "either of two professions",
    filter: { profession: ["PARAMEDIC", "NURSE_ADULT"] },
    meets: ({ professions }) => list(professions).some((one) => isOneOf(one, ["PARAMEDIC", "NURSE_ADULT"])),
  },
  { title: "a theme", filter: { theme: ["INDUCTION"] }, meets: ({ themes }) => list(themes).includes("INDUCTION") },
  {
    title: "a standard",
    filter: { standard: ["EQF-2021:3.5"] },
    meets: ({ standards }) => list(standards).some((one) => (one as Tree)["id"] === "EQF-2021:3.5"),
  },
  {
    title: "a standard to which the one cited is mapped",
    filter: { standard: ["GMC-2016:R1.8"] },
    meets: ({ standards }) => list(standards).some((one) => (one as Tree)["id"] === "EQF-2021:3.5"),
  },
  { title: "a standard that is none", filter: { standard: ["EQF-2021:99.9"] }, meets: () => false },
  { title: "an overdue review", filter: { overdue: true }, meets: ({ overdue }) => overdue === true },
  { title: "a review that is not overdue", filter: { overdue: false }, meets: ({ overdue }) => overdue === false },
  ...[true, false].map((value) => ({
    title: `enhanced monitoring: ${value}`,
    filter: { hasEnhancedMonitoring: value },
    meets: ({ status, regulatorCases }: Tree) =>
      status !== null &&
      value ===
        list(regulatorCases).some((one) => {
          const { kind, status: stands } = one as Tree;
          return kind === "ENHANCED_MONITORING" && stands === "OPEN";
        }),
  })),
  {
    title: "raised from the beginning",
    filter: { raisedFrom: "1900-01-01" },
    meets: ({ raisedOn }) => raisedOn !== null,
  },
  { title: "raised to the end", filter: { raisedTo: "2999-12-31" }, meets: ({ raisedOn }) => raisedOn !== null },
  {
    title: "a university whose learners are concerned",
    filter: { educationProvider: ["ZZWEXU"] },
    meets: ({ educationProvider }) => code(educationProvider) === "ZZWEXU",
  },
  {
    title: "not changed for a day",
    filter: { changedBefore: dayInEngland() },
    meets: ({ changedOn }) => typeof changedOn === "string" && changedOn < dayInEngland(),
  },
  {
    title: "learners who are removed",
    filter: { removalInForce: true },
    meets: ({ removals }) => list(removals).some(isStanding),
  },
  {
    title: "no learners who are removed",
    filter: { removalInForce: false },
    meets: ({ removals }) => Array.isArray(removals) && !list(removals).some(isStanding),
  },
  ...[dayInEngland(), "2999-01-01"].map((day) => ({
    title: `a requirement to be answered by ${day}`,
    filter: { requirementDueBy: day },
    meets: ({ requirements }: Tree) =>
      list(requirements).some((one) => {
        const { status, dueOn } = one as { readonly status: string; readonly dueOn: string };
        return status === "OPEN" && dueOn <= day;
      }),
  })),
  ...[["IMMEDIATE_MANDATORY"], ["IMMEDIATE_MANDATORY", "RECOMMENDATION"], []].map((kinds) => ({
    title: `requirements of the kinds [${kinds.join()}]`,
    filter: { requirementKind: kinds },
    meets: ({ requirements }: Tree) => list(requirements).some((one) => isOneOf((one as Tree)["kind"], kinds)),
  })),
  { title: "raised in the future", filter: { raisedFrom: "2999-01-01" }, meets: () => false },
  { title: "a word of titles", filter: { text: "consultant" }, meets: (seen) => says(seen, "consultant") },
  {
    title: "a word of narratives",
    filter: { text: "four NIGHTS in october" },
    meets: (seen) => says(seen, "four nights in october"),
  },
  {
    title: "a word of released texts",
    filter: { text: "was reported to be missing" },
    meets: (seen) => says(seen, "was reported to be missing"),
  },
  { title: "a word of internal notes", filter: { text: "deanery" }, meets: () => false },
  { title: "the name of a reporter", filter: { text: "Ottoline" }, meets: () => false },
  { title: "a sign that stands for any text", filter: { text: "%" }, meets: () => false },
  { title: "a sign that stands for any letter", filter: { text: "c_nsultant" }, meets: () => false },
  {
    title: "two conditions at once",
    filter: { categoryAtLeast: "ISF1", text: "nights in october" },
    meets: (seen) => seen["category"] !== "ISF0" && says(seen, "nights in october"),
  },
];

/** Conditions that name what is recorded of one concern, whether or not the asker may know. */
export function casesAbout(recorded: Tree): FilterCase[] {
  const { reference, raisedOn } = recorded as { reference: string; raisedOn: string };
  return [
    { title: "its reference", filter: { reference }, meets: (seen) => seen["reference"] === reference },
    {
      title: "its reference as it is typed",
      filter: { reference: ` ${reference.toLowerCase()} ` },
      meets: (seen) => seen["reference"] === reference,
    },
    { title: "the beginning of its reference", filter: { reference: reference.slice(0, 7) }, meets: () => false },
    {
      title: "the day it was raised",
      filter: { raisedFrom: raisedOn, raisedTo: raisedOn },
      meets: (seen) => seen["raisedOn"] === raisedOn,
    },
  ];
}

/** In each order, what comes first: the value by which concerns are compared, as text, and the direction. */
export const orders = {
  RAISED_ON: { valueOf: (seen: Tree) => seen["raisedOn"], downwards: true },
  CATEGORY: { valueOf: (seen: Tree) => seen["category"], downwards: true },
  NEXT_REVIEW_ON: { valueOf: (seen: Tree) => seen["nextReviewOn"], downwards: false },
  LAST_CHANGED: { valueOf: (seen: Tree) => seen["changedOn"], downwards: true },
} as const;
export type OrderName = keyof typeof orders;

/** Whether concerns that come one after the other stand in an order; what has no value comes last. */
export function standInOrder(seen: readonly Tree[], order: OrderName): boolean {
  const { valueOf, downwards } = orders[order];
  const values = seen.map(valueOf);
  return values.every((value, index) => {
    const next = values[index + 1];
    if (index + 1 >= values.length || next == null) return true;
    if (typeof value !== "string" || typeof next !== "string") return false;
    return downwards ? value >= next : value <= next;
  });
}
