/** The roles in which a caller may act and the purposes they may declare, with what each means. */
import { registerEnumType } from "type-graphql";

export enum Role {
  QUALITY_LEAD = "QUALITY_LEAD",
  CASE_HOLDER = "CASE_HOLDER",
  GUARDIAN = "GUARDIAN",
  EXECUTIVE = "EXECUTIVE",
  ANALYST = "ANALYST",
  AUDITOR = "AUDITOR",
  OPERATOR = "OPERATOR",
  MEMBER = "MEMBER",
}

export enum Purpose {
  EDUCATION_QUALITY = "EDUCATION_QUALITY",
  REGULATION = "REGULATION",
  SAFEGUARDING = "SAFEGUARDING",
  STATISTICS = "STATISTICS",
  AUDIT = "AUDIT",
  BREAK_GLASS = "BREAK_GLASS",
}

registerEnumType(Role, {
  name: "Role",
  description:
    "The role in which somebody acts for their organisation. Roles are selected one at a time, never added up.",
  valuesConfig: {
    QUALITY_LEAD: { description: "Answers for the quality of education in the organisation." },
    CASE_HOLDER: { description: "Handles single concerns." },
    GUARDIAN: { description: "Protects people who speak up." },
    EXECUTIVE: { description: "Is accountable for the organisation." },
    ANALYST: { description: "Reads published statistics and reference data." },
    AUDITOR: { description: "Reads who read or changed what, never the values." },
    OPERATOR: { description: "Runs the hub; reads no concern." },
    MEMBER: { description: "Works for the organisation, with no part in casework." },
  },
});
registerEnumType(Purpose, {
  name: "Purpose",
  description: "What the caller says the information is for; declared in the header `X-Purpose-Of-Use`.",
  valuesConfig: {
    EDUCATION_QUALITY: { description: "Managing the quality of education and training." },
    REGULATION: { description: "Regulating professions or settings." },
    SAFEGUARDING: { description: "Protecting learners or patients from harm." },
    STATISTICS: { description: "Published statistics." },
    AUDIT: { description: "Checking how the hub is used." },
    BREAK_GLASS: {
      description: "Immediate risk to people. Its use is told to the owner of the concern and to auditors.",
    },
  },
});
