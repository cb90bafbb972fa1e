/**
 * Decides whether an operation may go on to planning: nothing behind it sees a document that was not measured and
 * validated here, or variables that do not fit it. Decisions on documents are kept, least recently used first out.
 */
import { createHash } from "node:crypto";
import { getOperationAST, OperationTypeNode } from "graphql";
import type { DocumentNode, GraphQLSchema } from "graphql";
import { LRUCache } from "lru-cache";
import type { Role } from "../authorisation/caller.js";
import { decideDocument, exceeds } from "./admitted-document.js";
import type { AdmittedDocument } from "./admitted-document.js";
import type { OperationFacts } from "./gateway-context.js";
import type { GraphRequest } from "../endpoint/graph-request.js";
import type { GatewayLimits } from "./limits.js";
import { costOf } from "./operation-cost.js";
import { plainName } from "../endpoint/plain-name.js";
import { publicError } from "../endpoint/public-error.js";
import type { PublicError } from "../endpoint/public-error.js";
import { standardIntrospection } from "./standard-introspection.js";
import { unfitVariables } from "./unfit-variables.js";
import { measureVariables } from "./variables-size.js";

export interface Admitted {
  readonly ok: true;
  readonly document: DocumentNode;
  readonly facts: OperationFacts;
}

export type Admission =
  Admitted | { readonly ok: false; readonly errors: readonly PublicError[]; readonly documentHash?: string };

export interface AdmissionRules {
  readonly limits: GatewayLimits;
  readonly introspectionRoles: ReadonlySet<Role>;
  /** SHA-256 of each document that may run; absent, any admitted document may. */
  readonly trustedDocuments?: ReadonlySet<string> | undefined;
  /** For what the audit keeps of variables: a hash that guesses cannot be checked against. */
  readonly hashOf: (text: string) => Buffer;
}

export type Admit = (request: GraphRequest, role: Role, schema: GraphQLSchema) => Admission;

export function createAdmission({ limits, introspectionRoles, trustedDocuments, hashOf }: AdmissionRules): Admit {
  const isStandardIntrospection = standardIntrospection();
  let decidedFor: GraphQLSchema | undefined;
  const decided = new LRUCache<string, AdmittedDocument>({
    maxSize: limits.cachedTokens,
    // The text is the key: one long token or comment must not ride along for nothing.
    sizeCalculation: ({ tokens }, query) => tokens + Math.ceil(query.length / 250),
  });

  function decide(query: string, schema: GraphQLSchema) {
    // A document that fits one schema may not fit the next.
    if (decidedFor !== schema) decided.clear();
    decidedFor = schema;
    const known = decided.get(query);
    if (known !== undefined) return { ok: true, admitted: known } as const;
    const decision = decideDocument(query, schema, limits, isStandardIntrospection);
    if (decision.ok) decided.set(query, decision.admitted);
    return decision;
  }

  return (request, role, schema) => {
    const tooLarge = variablesRefusal(request.variables, limits);
    if (tooLarge !== undefined) return refused([tooLarge]);
    if (trustedDocuments !== undefined && !trustedDocuments.has(sha256(request.query))) {
      return refused([publicError("FORBIDDEN", { problem: "Only trusted documents are served." })]);
    }
    const decision = decide(request.query, schema);
    if (!decision.ok) return decision;
    const { document, hash, introspects } = decision.admitted;
    if (introspects && !introspectionRoles.has(role)) {
      return refused([publicError("FORBIDDEN", { problem: "Your role may not read the schema here." })], hash);
    }
    const operation = getOperationAST(document, request.operationName);
    if (operation == null) return refused([noSuchOperation], hash);
    const unfit = unfitVariables(schema, operation, request.variables);
    if (unfit.length > 0) return refused(unfit, hash);
    const cost = costOf(schema, document, operation, request.variables, limits);
    if (cost.largestPage > limits.pageSize) return refused([exceeds("pageSize", limits.pageSize)], hash);
    if (cost.objects > limits.cost) return refused([exceeds("cost", limits.cost)], hash);
    return {
      ok: true,
      document,
      facts: {
        name: plainName(operation.name?.value),
        type: operation.operation === OperationTypeNode.MUTATION ? "mutation" : "query",
        documentHash: hash,
        variablesHash: hashOf(JSON.stringify(request.variables)).toString("hex"),
      },
    };
  };
}

function refused(errors: readonly PublicError[], documentHash?: string): Admission {
  return { ok: false, errors, ...(documentHash !== undefined && { documentHash }) };
}

const noSuchOperation = publicError("BAD_USER_INPUT", { problem: "There is no such operation in the document." });

function variablesRefusal(variables: GraphRequest["variables"], limits: GatewayLimits): PublicError | undefined {
  const size = measureVariables(variables, limits.variableDepth);
  if (size.depth > limits.variableDepth) return exceeds("variableDepth", limits.variableDepth);
  if (size.values > limits.variableValues) return exceeds("variableValues", limits.variableValues);
  if (size.longestList > limits.listItems) return exceeds("listItems", limits.listItems);
  return undefined;
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
