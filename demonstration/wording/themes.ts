/** The wording of every theme, by its code. */
import { behaviour } from "./behaviour.js";
import { educationManagement } from "./education-management.js";
import { learning } from "./learning.js";
import { safety } from "./safety.js";
import { supervision } from "./supervision.js";
import type { ThemeWording } from "./theme-wording.js";
import { timeAndPlace } from "./time-and-place.js";
import { workingPattern } from "./working-pattern.js";

export const themeWordings: readonly ThemeWording[] = [
  ...supervision,
  ...educationManagement,
  ...workingPattern,
  ...timeAndPlace,
  ...behaviour,
  ...safety,
  ...learning,
];
