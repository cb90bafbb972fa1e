/**
 * Puts words into the slots of a text. A slot with a capital takes the same words with a capital. Numbers, months and
 * weekdays are drawn anew for each slot; people and places are the same throughout a concern.
 */
import { HubError } from "../../errors/hub-error.js";
import { monthOf } from "../calendar.js";
import type { Random } from "../random.js";

export interface Slots {
  readonly learners: string;
  readonly supervisors: string;
  readonly educators: string;
  /** With its preposition: `in cardiology`. */
  readonly place: string;
  readonly matter: string;
}

const few = ["two", "three", "four"];
const some = ["five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
const ordinals = ["second", "third"];
const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];
const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** @param day when the text is written; months in it are those before. */
export function fillSlots(text: string, slots: Slots, random: Random, day: number): string {
  return text.replace(/\{(\w)(\w*)\}/g, (_slot, first: string, rest: string) => {
    const words = wordsFor(first.toLowerCase() + rest, slots, random, day);
    return first === first.toLowerCase() ? words : capitalised(words);
  });
}

export function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function wordsFor(slot: string, slots: Slots, random: Random, day: number): string {
  switch (slot) {
    case "learners":
    case "supervisors":
    case "educators":
    case "place":
    case "matter":
      return slots[slot];
    case "month":
      return months[monthOf(day - random.between(30, 150))] ?? "January";
    case "weekday":
      return random.pick(weekdays);
    case "few":
      return random.pick(few);
    case "some":
      return random.pick(some);
    case "second":
      return random.pick(ordinals);
    case "percent":
      return String(random.between(72, 97));
    case "low":
      return String(random.between(14, 46));
    default:
      throw new HubError("INTERNAL", {}, { cause: `no words for the slot ${slot}` });
  }
}
