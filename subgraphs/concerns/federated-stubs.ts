/** Entities that other subgraphs own, as this one knows them: by key. The graph joins the rest. */
import { ID } from "type-graphql";
import { PlainType, Public } from "../annotations.js";

@PlainType("Organisation", { description: "A body of the directory.", directives: ['@key(fields: "code")'] })
export class Organisation {
  @Public(() => ID, { description: "Organisation code." })
  code!: string;
}

@PlainType("Standard", { description: "A standard of a framework.", directives: ['@key(fields: "id")'] })
export class Standard {
  @Public(() => ID, { description: "Framework and code, such as `EQF-2021:1.7`." })
  id!: string;
}

export const organisationCodeShape = /^[A-Z0-9]{3,12}$/;
export const standardIdShape = /^[A-Z0-9-]{2,24}:[A-Za-z0-9.-]{1,16}$/;
