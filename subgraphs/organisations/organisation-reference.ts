/**
 * Resolves a field that refers to an organisation by its code. Where nothing but the code is asked of it there is
 * nothing to read; otherwise those of the whole page are read together, and a code that the directory does not carry
 * is null.
 */
import { Kind, type GraphQLResolveInfo, type SelectionSetNode } from "graphql";
import { askedFields } from "../asked-fields.js";
import { loaderOf } from "../loader-of.js";
import type { SubgraphContext } from "../subgraph-context.js";
import { loadOrganisations, type OrganisationRow } from "./organisation-reader.js";

export function referredOrganisation(
  code: string | null | undefined,
  context: SubgraphContext,
  info: GraphQLResolveInfo,
): Promise<OrganisationRow | undefined> | OrganisationRow | null {
  if (code === null || code === undefined) return null;
  if (asksCodeAlone(info)) return { __typename: "Organisation", code };
  return loaderOf(context, loadOrganisations(askedFields(info, "Organisation"))).load(code);
}

function asksCodeAlone({ fieldNodes, fragments }: GraphQLResolveInfo): boolean {
  const codeAlone = (selectionSet: SelectionSetNode | undefined): boolean =>
    (selectionSet?.selections ?? []).every((selection) => {
      switch (selection.kind) {
        case Kind.FIELD:
          return selection.name.value === "code" || selection.name.value === "__typename";
        case Kind.INLINE_FRAGMENT:
          return codeAlone(selection.selectionSet);
        case Kind.FRAGMENT_SPREAD:
          return codeAlone(fragments[selection.name.value]?.selectionSet);
      }
    });
  return fieldNodes.every(({ selectionSet }) => codeAlone(selectionSet));
}
