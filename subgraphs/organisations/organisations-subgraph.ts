/** The organisations subgraph: the directory, the professions, and who the caller is. All of it is public. */
import { defineSubgraph, type Subgraph } from "../define-subgraph.js";
import type { Entity } from "../entity.js";
import { organisationCode } from "./organisation-code.js";
import { readOrganisations } from "./organisation-reader.js";
import { OrganisationResolver, SuccessionResolver } from "./organisation-resolver.js";
import { ProfessionResolver } from "./profession-resolver.js";
import { ViewerResolver } from "./viewer-resolver.js";

const organisationEntity: Entity = {
  typeName: "Organisation",
  keyField: "code",
  keyShape: organisationCode,
  load: readOrganisations,
};

export const organisationsSubgraph = (): Subgraph =>
  defineSubgraph({
    name: "organisations",
    resolvers: [OrganisationResolver, SuccessionResolver, ProfessionResolver, ViewerResolver],
    entities: [organisationEntity],
    records: [],
  });
