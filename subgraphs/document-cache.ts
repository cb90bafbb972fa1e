/** Parses and validates each operation once. A gateway sends the same few for every query of a kind. */
import { parse, validate, type DocumentNode, type GraphQLSchema } from "graphql";
import { LRUCache } from "lru-cache";
import { measureDocument, type DocumentSize } from "../endpoint/document-size.js";

const mostDocuments = 2_000;
const mostDocumentLength = 100_000;
const mostTokens = 20_000;
/** Of a document with its fragments written out: more than any plan of an admitted operation has. */
const mostSelections = 10_000;
const mostDepth = 50;

export interface DocumentCache {
  /** The document, or undefined where it is not valid against the schema. */
  get(text: string): DocumentNode | undefined;
}

export function createDocumentCache(schema: GraphQLSchema): DocumentCache {
  const documents = new LRUCache<string, DocumentNode>({ max: mostDocuments });
  return {
    get: (text) => {
      const known = documents.get(text);
      if (known !== undefined) return known;
      const document = text.length > mostDocumentLength ? undefined : parseValid(schema, text);
      if (document !== undefined) documents.set(text, document);
      return document;
    },
  };
}

function parseValid(schema: GraphQLSchema, text: string): DocumentNode | undefined {
  try {
    const document = parse(text, { maxTokens: mostTokens, noLocation: true });
    // Measured before it is validated: fragments that double at every level cost validation far more than they say.
    if (measureDocument(document).some(isTooLarge)) return undefined;
    return validate(schema, document, undefined, { maxErrors: 1 }).length === 0 ? document : undefined;
  } catch {
    // Not GraphQL. The gateway sends none of that, and nobody else is owed an explanation here.
    return undefined;
  }
}

function isTooLarge({ selections, depth }: DocumentSize): boolean {
  return selections > mostSelections || depth > mostDepth;
}
