/** Inputs of the mutations that attach files to a concern and release them to the provider. */
import { ID } from "type-graphql";
import { Input, InputField } from "../../annotations.js";
import { Text } from "../../input-rules.js";
import { ChangeInput } from "../concern-inputs.js";

@Input("AddEvidenceInput", "A file that was sent to /files becomes evidence on a concern.")
export class AddEvidenceInput extends ChangeInput {
  @Text(200)
  @InputField(() => ID, "OPERATIONAL:headline", {
    description: "What the hub answered when you sent the file; yours alone, and for an hour.",
  })
  upload!: string;

  @Text(2_000)
  @InputField(() => String, "NARRATIVE", { nullable: true, description: "What it shows; no names of people." })
  description?: string | null;

  @Text(200)
  @InputField(() => ID, "OPERATIONAL:headline", {
    nullable: true,
    description: "The requirement of the concern that it is evidence for.",
  })
  requirementId?: string | null;

  @InputField(() => Boolean, "NARRATIVE", {
    nullable: true,
    description: "For NHS England: whether the provider may read it. A provider reads what it sends in any case.",
  })
  release?: boolean | null;
}

@Input("ReleaseEvidenceInput", "NHS England lets the provider read a file that it added.")
export class ReleaseEvidenceInput extends ChangeInput {
  @Text(200)
  @InputField(() => ID, "OPERATIONAL:headline", { description: "The evidence." })
  evidenceId!: string;
}
