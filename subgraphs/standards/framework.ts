/** A version of a framework: a set of standards that one body published and that was in force in one period. */
import { ID } from "type-graphql";
import { PlainType, Public } from "../annotations.js";
import { DateScalar } from "../scalars.js";
import { Organisation } from "./federated-stubs.js";
import { Standard } from "./standard.js";
import { Confidence } from "./standard-codes.js";

@PlainType("Framework", {
  description: "One dated version of a set of standards. A change is a new version; nothing is edited in place.",
  directives: ['@key(fields: "id")'],
})
export class Framework {
  @Public(() => ID, { description: "Code and version, such as `EQF-2021`." })
  id!: string;

  @Public(() => String, { description: "What its versions share, such as `EQF`." })
  code!: string;

  @Public(() => String, { description: "Its title." })
  title!: string;

  @Public(() => Organisation, { description: "The body that publishes it." })
  owner!: Organisation;

  @Public(() => String, { description: "Its version." })
  version!: string;

  @Public(() => DateScalar, { description: "First day in force." })
  validFrom!: string;

  @Public(() => DateScalar, { nullable: true, description: "Last day in force; null while no end is known." })
  validTo!: string | null;

  @Public(() => String, { description: "Where it is published." })
  url!: string;

  @Public(() => [Standard], { description: "Its standards, in its own order." })
  standards!: Standard[];

  @Public(() => String, { description: "Where the library has it from." })
  source!: string;

  @Public(() => Confidence, { description: "How sure the library is of it." })
  confidence!: Confidence;

  @Public(() => String, { nullable: true, description: "What to know before relying on it." })
  note!: string | null;
}
