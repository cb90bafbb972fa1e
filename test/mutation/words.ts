/** The words of the policy, each of which a mutant exchanges for another of its kind. */
import { purposes, roles } from "../../authorisation/caller.js";
import { compartments, dataClasses } from "../../authorisation/data-class.js";
import type { Condition } from "../../authorisation/policy.js";
import { relations } from "../../authorisation/relation.js";

const conditions: readonly Condition[] = ["always", "agreement", "share", "glass", "owner"];

const kinds: readonly (readonly string[])[] = [relations, roles, purposes, compartments, dataClasses, conditions];

/** The word after it; undefined for what is no word of the policy. */
export function anotherWord(word: string): string | undefined {
  const kind = kinds.find((words) => words.includes(word));
  return kind?.[(kind.indexOf(word) + 1) % kind.length];
}
