/** A mutation of the public graph as it is sent, with all that its payload can show; and the same read by a query. */
import { isDeepStrictEqual } from "node:util";
import { getNamedType, isInputObjectType, isObjectType, type GraphQLField, type GraphQLObjectType } from "graphql";
import { composedSchema } from "./composed-schema.js";
import type { Answer, TestHub } from "./test-hub.js";
import type { Person } from "./test-issuer.js";

export const everyMutation = Object.values(composedSchema.getMutationType()?.getFields() ?? {});

interface UserError {
  readonly code: string;
  readonly field: string | null;
}

export interface Payload {
  readonly userErrors: readonly UserError[];
  readonly [field: string]: unknown;
}

interface Shown {
  readonly selection: string;
  /** The query that reads one by its id, where there is one. */
  readonly query?: string;
}

const shownOf: Readonly<Record<string, Shown>> = {
  Concern: {
    query: "concern",
    selection: `id reference title status version category summary narrative learnersAffected internalNotes
      reporter { name }`,
  },
  ReviewPanel: {
    query: "reviewPanel",
    selection: `id state version purpose rationale concerns { id reference } invitations { organisation { code } state }
      contributions { text } actions { id status }`,
  },
  SharingAgreement: {
    query: "sharingAgreement",
    selection: "id state version title parties { organisation { code } }",
  },
  MessageChannel: { selection: "id kind role address" },
  Message: { selection: "id kind read reference" },
};

function selectionOf(type: GraphQLObjectType): string {
  // The secret of a webhook is told to the one request that added it, and in no answer after that.
  const fields = Object.values(type.getFields()).filter(({ name }) => name !== "userErrors" && name !== "secret");
  return fields
    .map((field) => {
      const selection = shownOf[getNamedType(field.type).name]?.selection;
      return selection === undefined ? field.name : `${field.name} { ${selection} }`;
    })
    .join(" ");
}

function inputTypeOf(mutation: GraphQLField<unknown, unknown>) {
  return getNamedType(mutation.args[0]?.type);
}

function payloadTypeOf(mutation: GraphQLField<unknown, unknown>): GraphQLObjectType {
  const type = getNamedType(mutation.type);
  if (!isObjectType(type)) throw new Error(`${mutation.name} has no payload`);
  return type;
}

export function takesAVersion(mutation: GraphQLField<unknown, unknown>): boolean {
  const type = inputTypeOf(mutation);
  return isInputObjectType(type) && "expectedVersion" in type.getFields();
}

export function documentOf(mutation: GraphQLField<unknown, unknown>): string {
  return `mutation Send($input: ${inputTypeOf(mutation)?.name ?? ""}!) {
    ${mutation.name}(input: $input) { ${selectionOf(payloadTypeOf(mutation))} userErrors { code field message } }
  }`;
}

export function payloadOf(answer: Answer, { name }: GraphQLField<unknown, unknown>): Payload | undefined {
  return answer.data?.[name];
}

/** What was found to be told to its reader either way: the same again is not asked for again. */
const found = new Set<string>();

/** Whether the payload shows of a record what its reader is told who asks for it by its id, or nothing at all. */
export async function tellsWhatIsRead(
  hub: TestHub,
  person: Person,
  mutation: GraphQLField<unknown, unknown>,
  answer: Answer,
): Promise<boolean> {
  for (const field of Object.values(payloadTypeOf(mutation).getFields())) {
    const { query, selection } = shownOf[getNamedType(field.type).name] ?? {};
    const shown = payloadOf(answer, mutation)?.[field.name] as { readonly id: string } | null | undefined;
    if (query === undefined || selection === undefined || shown === null || shown === undefined) continue;
    const shownTo = JSON.stringify([person.name, shown, answer.redactions]);
    if (found.has(shownTo)) return true;
    const asked = await hub
      .as(person)
      .for(`query Read($id: ID!) { record: ${query}(id: $id) { ${selection} } }`, { id: shown.id });
    const isAlike = isDeepStrictEqual([shown, answer.redactions], [asked.data?.["record"], asked.redactions]);
    if (isAlike) found.add(shownTo);
    return isAlike;
  }
  return true;
}
