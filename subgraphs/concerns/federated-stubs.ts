/** Entities that other subgraphs own, as this one knows them: by key. The graph joins the rest. */
import { ID } from "type-graphql";
import { PlainType, Public } from "../annotations.js";

@PlainType("Organisation", {
  description: "A body of the directory: of the health service, of education, or a regulator.",
  directives: ['@key(fields: "code")'],
})
export class Organisation {
  @Public(() => ID, {
    description: "ODS code, the UKPRN of an education provider, or the initials of a regulator or ombudsman.",
  })
  code!: string;
}

@PlainType("Standard", {
  description: "A standard of education and training, or a heading above some, in one version of a framework.",
  directives: ['@key(fields: "id")'],
})
export class Standard {
  @Public(() => ID, { description: "Framework and code, such as `EQF-2021:1.7`." })
  id!: string;
}

export const organisationCodeShape = /^[A-Z0-9]{3,12}$/;
export const standardIdShape = /^[A-Z][A-Z0-9-]{1,23}:[A-Z0-9][A-Z0-9.-]{0,23}$/;
