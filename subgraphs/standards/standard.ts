/**
 * A standard of a framework and what corresponds to it elsewhere, as the graph shows them: all of it is public. Fields
 * that lead to other standards are loaded for a whole page at once by the resolver.
 */
import { ID } from "type-graphql";
import { PlainType, Public } from "../annotations.js";
import { DateScalar } from "../scalars.js";
import { Framework } from "./framework.js";
import { Confidence, MappingStrength, StandardKind } from "./standard-codes.js";

@PlainType("StandardMapping", { description: "A standard of another framework that corresponds to this one." })
export class StandardMapping {
  @Public(() => Standard, { description: "The other standard." })
  to!: Standard;

  @Public(() => MappingStrength, { description: "How closely they correspond." })
  strength!: MappingStrength;

  @Public(() => String, { description: "Who made the mapping." })
  mappedBy!: string;

  @Public(() => Confidence, { description: "How sure the library is of it." })
  confidence!: Confidence;
}

@PlainType("Standard", {
  description: "A standard of education and training, or a heading above some, in one version of a framework.",
  directives: ['@key(fields: "id")'],
})
export class Standard {
  @Public(() => ID, { description: "Framework and code, such as `EQF-2021:1.7`." })
  id!: string;

  @Public(() => String, { description: "Its code within the framework, such as `1.7`." })
  code!: string;

  @Public(() => String, { description: "Its title, in short form." })
  title!: string;

  @Public(() => StandardKind, { description: "What the framework calls it." })
  kind!: StandardKind;

  @Public(() => Standard, { nullable: true, description: "The heading or standard under which it stands." })
  parent!: Standard | null;

  @Public(() => Framework, { description: "The version of the framework that it belongs to." })
  framework!: Framework;

  @Public(() => DateScalar, { description: "First day in force." })
  validFrom!: string;

  @Public(() => DateScalar, { nullable: true, description: "Last day in force; null while no end is known." })
  validTo!: string | null;

  @Public(() => Standard, { nullable: true, description: "What replaces it in a later version." })
  supersededBy!: Standard | null;

  @Public(() => [StandardMapping], {
    description: "What corresponds to it in other frameworks, from whichever side it was mapped.",
  })
  mappings!: StandardMapping[];

  @Public(() => String, { description: "Where the library has it from." })
  source!: string;

  @Public(() => Confidence, { description: "How sure the library is of it." })
  confidence!: Confidence;

  @Public(() => String, { nullable: true, description: "What to know before relying on it." })
  note!: string | null;
}
