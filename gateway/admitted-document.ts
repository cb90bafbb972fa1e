/**
 * What is decided from the text of a document alone, in the order that makes refusing cheap: tokens before parsing,
 * then the size with every fragment written out, then validation against the schema. The result may be kept.
 */
import { createHash } from "node:crypto";
import { GraphQLError, Kind, parse, print, visit } from "graphql";
import type { DocumentNode, GraphQLSchema } from "graphql";
import { traitsOf } from "./document-names.js";
import type { DocumentTraits } from "./document-names.js";
import { measureText } from "./document-text.js";
import { measureDocument } from "../endpoint/document-size.js";
import type { MeasuredDefinition } from "../endpoint/document-size.js";
import { validationErrors } from "./document-validation.js";
import type { GatewayLimits } from "./limits.js";
import { publicError } from "../endpoint/public-error.js";
import type { PublicError } from "../endpoint/public-error.js";

export interface AdmittedDocument {
  readonly document: DocumentNode;
  /** SHA-256 of the document in its canonical form, without literal values. */
  readonly hash: string;
  readonly introspects: boolean;
  readonly tokens: number;
}

export type DocumentDecision =
  | { readonly ok: true; readonly admitted: AdmittedDocument }
  | { readonly ok: false; readonly errors: readonly PublicError[] };

export function decideDocument(
  query: string,
  schema: GraphQLSchema,
  limits: GatewayLimits,
  isStandardIntrospection: (query: string) => boolean,
): DocumentDecision {
  const parsed = parseWithin(query, limits);
  if ("error" in parsed) return { ok: false, errors: [parsed.error] };
  const { document, tokens } = parsed;
  const traits = traitsOf(document);
  const sizes = measureDocument(document);
  const refusal = traitRefusal(traits, limits) ?? sizeRefusal(sizes, limits, () => isStandardIntrospection(query));
  if (refusal !== undefined) return { ok: false, errors: [refusal] };
  const errors = validationErrors(schema, document);
  if (errors.length > 0) return { ok: false, errors };
  const hash = createHash("sha256")
    .update(print(withoutLiterals(document)))
    .digest("hex");
  const introspects = sizes.some((size) => size.introspects);
  return { ok: true, admitted: { document, hash, introspects, tokens } };
}

export function exceeds(limit: string, most: number): PublicError {
  return publicError("LIMIT_EXCEEDED", { limit, most });
}

function parseWithin(
  query: string,
  limits: GatewayLimits,
): { document: DocumentNode; tokens: number } | { error: PublicError } {
  try {
    const { tokens, nesting } = measureText(query, limits.tokens);
    if (tokens > limits.tokens) return { error: exceeds("tokens", limits.tokens) };
    if (nesting > limits.nesting) return { error: exceeds("nesting", limits.nesting) };
    return { document: parse(query), tokens };
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const place = error.locations === undefined ? {} : { locations: error.locations };
    return { error: publicError("BAD_USER_INPUT", { problem: "The document cannot be parsed." }, place) };
  }
}

function traitRefusal(traits: DocumentTraits, limits: GatewayLimits): PublicError | undefined {
  if (traits.usesReservedName) return notOffered("The document uses a reserved name.");
  if (traits.subscribes) return notOffered("Subscriptions are not offered.");
  if (traits.usesIncrementalDelivery) return notOffered("Incremental delivery is not offered.");
  if (traits.longestList > limits.listItems) return exceeds("listItems", limits.listItems);
  return undefined;
}

function notOffered(problem: string): PublicError {
  return publicError("BAD_USER_INPUT", { problem });
}

function sizeRefusal(
  sizes: readonly MeasuredDefinition[],
  limits: GatewayLimits,
  mayNestDeeper: () => boolean,
): PublicError | undefined {
  for (const size of sizes) {
    if (size.selections > limits.selections) return exceeds("selections", limits.selections);
    if (size.depth > limits.depth && !mayNestDeeper()) return exceeds("depth", limits.depth);
    if (size.aliases > limits.aliases) return exceeds("aliases", limits.aliases);
    if (size.directives > limits.directives) return exceeds("directives", limits.directives);
    if (size.kind === "mutation" && size.fields > limits.mutations) return exceeds("mutations", limits.mutations);
    if (size.kind === "query" && size.fields > limits.rootFields) return exceeds("rootFields", limits.rootFields);
  }
  return undefined;
}

/** Operations that differ in values alone are one to the audit; and a value is no part of what it keeps. */
function withoutLiterals(document: DocumentNode): DocumentNode {
  return visit(document, {
    [Kind.INT]: (node) => ({ ...node, value: "0" }),
    [Kind.FLOAT]: (node) => ({ ...node, value: "0" }),
    [Kind.STRING]: (node) => ({ ...node, value: "", block: false }),
  });
}
