/** The organisations subgraph: the directory, the professions, who the caller is, and the agreements to share. */
import { defineSubgraph, type Subgraph } from "../define-subgraph.js";
import type { Entity } from "../entity.js";
import {
  AgreementEventResolver,
  AgreementMutations,
  AgreementPartyResolver,
  AgreementResolver,
  OrganisationAgreementsResolver,
} from "./agreement-resolver.js";
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
    resolvers: [
      OrganisationResolver,
      SuccessionResolver,
      ProfessionResolver,
      ViewerResolver,
      AgreementResolver,
      AgreementPartyResolver,
      AgreementEventResolver,
      AgreementMutations,
      OrganisationAgreementsResolver,
    ],
    entities: [organisationEntity],
    records: [],
  });
