/** The closed lists of the library as the graph names them: the same values as in its files. */
import { registerEnumType } from "type-graphql";

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

registerEnumType(StandardKind, {
  name: "StandardKind",
  description: "What a framework calls an entry of its own.",
  valuesConfig: {
    DOMAIN: { description: "A domain of the Education Quality Framework." },
    THEME: { description: "A theme, which gathers standards." },
    SECTION: { description: "A section, which gathers standards or statements." },
    PRINCIPLE: { description: "A principle of a charter." },
    STANDARD: { description: "A standard: what has to be so." },
    REQUIREMENT: { description: "A requirement under a standard: how it is met." },
    OUTCOME_AREA: { description: "An area of learning outcomes." },
    KEY_QUESTION: { description: "A question that an inspection asks." },
    QUALITY_STATEMENT: { description: "A statement that an inspection judges." },
    REGULATION: { description: "A regulation in law." },
  },
});
registerEnumType(Confidence, {
  name: "Confidence",
  description: "How sure the library is of an entry.",
  valuesConfig: {
    FOUND: { description: "Found in the public source that is named." },
    DERIVED: { description: "Follows from what was found there." },
    HIGH: { description: "Common knowledge of the trade, and hardly in doubt." },
    MEDIUM: { description: "Common knowledge of the trade, to be confirmed in detail." },
    LOW: { description: "To be confirmed before it is relied on." },
    JUDGEMENT: { description: "A judgement of the library's own." },
  },
});
registerEnumType(MappingStrength, {
  name: "MappingStrength",
  description: "How closely two standards correspond.",
  valuesConfig: {
    STRONG: { description: "The same subject, so that one may be read for the other." },
    PARTIAL: { description: "They overlap." },
  },
});
