/** The one entity of another subgraph that the library names, by its key, described as there. The graph joins the rest. */
import { ID } from "type-graphql";
import { PlainType, Public } from "../annotations.js";

@PlainType("Organisation", {
  description: "A body of the directory: of the health service, of education, or a regulator.",
  directives: ['@key(fields: "code", resolvable: false)'],
})
export class Organisation {
  @Public(() => ID, {
    description: "ODS code, the UKPRN of an education provider, or the initials of a regulator or ombudsman.",
  })
  code!: string;
}
