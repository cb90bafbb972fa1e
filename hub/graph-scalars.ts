/** The scalars of the graph that are its own, with the shapes of their values, for the gateway to check them early. */
import type { GraphQLScalarType } from "graphql";
import { ProfessionScalar, ThemeScalar } from "../subgraphs/code-scalar.js";
import {
  PanelOutcomeScalar,
  PanelUrgencyScalar,
  PeopleAtRiskScalar,
} from "../subgraphs/concerns/panels/panel-codes.js";
import { CaseKindScalar } from "../subgraphs/concerns/regulator-cases/regulator-case-codes.js";
import { DetrimentKindScalar } from "../subgraphs/concerns/speaking-up/detriment-kind.js";
import { DateScalar, DateTimeScalar } from "../subgraphs/scalars.js";

export const graphScalars: readonly GraphQLScalarType[] = [
  CaseKindScalar,
  DateScalar,
  DateTimeScalar,
  DetrimentKindScalar,
  PanelOutcomeScalar,
  PanelUrgencyScalar,
  PeopleAtRiskScalar,
  ProfessionScalar,
  ThemeScalar,
];
