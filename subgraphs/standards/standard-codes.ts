/** The closed lists of the library as the graph names them: the same values as in its files. */
import { describedEnum } from "../described-enum.js";

export enum StandardKind {
  DOMAIN = "DOMAIN",
  THEME = "THEME",
  SECTION = "SECTION",
  PRINCIPLE = "PRINCIPLE",
  STANDARD = "STANDARD",
  REQUIREMENT = "REQUIREMENT",
  OUTCOME_AREA = "OUTCOME_AREA",
  KEY_QUESTION = "KEY_QUESTION",
  QUALITY_STATEMENT = "QUALITY_STATEMENT",
  REGULATION = "REGULATION",
}

export enum Confidence {
  FOUND = "FOUND",
  DERIVED = "DERIVED",
  HIGH = "HIGH",
  MEDIUM = "MEDIUM",
  LOW = "LOW",
  JUDGEMENT = "JUDGEMENT",
}

export enum MappingStrength {
  STRONG = "STRONG",
  PARTIAL = "PARTIAL",
}

describedEnum(StandardKind, "StandardKind", "What a framework calls an entry of its own.", {
  DOMAIN: "A domain of the Education Quality Framework.",
  THEME: "A theme, which gathers standards.",
  SECTION: "A section, which gathers standards or statements.",
  PRINCIPLE: "A principle of a charter.",
  STANDARD: "A standard: what has to be so.",
  REQUIREMENT: "A requirement under a standard: how it is met.",
  OUTCOME_AREA: "An area of learning outcomes.",
  KEY_QUESTION: "A question that an inspection asks.",
  QUALITY_STATEMENT: "A statement that an inspection judges.",
  REGULATION: "A regulation in law.",
});
describedEnum(Confidence, "Confidence", "How sure the library is of an entry.", {
  FOUND: "Found in the public source that is named.",
  DERIVED: "Follows from what was found there.",
  HIGH: "Common knowledge of the trade, and hardly in doubt.",
  MEDIUM: "Common knowledge of the trade, to be confirmed in detail.",
  LOW: "To be confirmed before it is relied on.",
  JUDGEMENT: "A judgement of the library's own.",
});
describedEnum(MappingStrength, "MappingStrength", "How closely two standards correspond.", {
  STRONG: "The same subject, so that one may be read for the other.",
  PARTIAL: "They overlap.",
});
