/** The roles in which a caller may act and the purposes they may declare, with what each means. */
import { describedEnum } from "../described-enum.js";

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

describedEnum(
  Role,
  "Role",
  "The role in which somebody acts for their organisation. Roles are selected one at a time, never added up.",
  {
    QUALITY_LEAD: "Answers for the quality of education in the organisation.",
    CASE_HOLDER: "Handles single concerns.",
    GUARDIAN: "Protects people who speak up.",
    EXECUTIVE: "Is accountable for the organisation.",
    ANALYST: "Reads published statistics and reference data.",
    AUDITOR: "Reads who read or changed what, never the values.",
    OPERATOR: "Runs the hub; reads no concern.",
    MEMBER: "Works for the organisation, with no part in casework.",
  },
);
describedEnum(
  Purpose,
  "Purpose",
  "What the caller says the information is for; declared in the header `X-Purpose-Of-Use`.",
  {
    EDUCATION_QUALITY: "Managing the quality of education and training.",
    REGULATION: "Regulating professions or settings.",
    SAFEGUARDING: "Protecting learners or patients from harm.",
    STATISTICS: "Published statistics.",
    AUDIT: "Checking how the hub is used.",
    BREAK_GLASS: "Immediate risk to people. Its use is told to the owner of the concern and to auditors.",
  },
);
