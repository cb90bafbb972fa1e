/**
 * Which fields of a type an operation asks for anywhere, so that a reader selects only their columns. Worked out once
 * for each parsed document, without regard to `@include` and `@skip`: a column too many costs little, and what is
 * disclosed is noted by the guard, not here.
 */
import {
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type GraphQLResolveInfo,
  type OperationDefinitionNode,
} from "graphql";

type AskedFields = ReadonlyMap<string, ReadonlySet<string>>;

const askedByOperation = new WeakMap<OperationDefinitionNode, AskedFields>();
const nothing: ReadonlySet<string> = new Set();

type OperationInfo = Pick<GraphQLResolveInfo, "operation" | "fragments" | "schema">;

export function askedFields(info: OperationInfo, type: string): ReadonlySet<string> {
  let asked = askedByOperation.get(info.operation);
  if (asked === undefined) {
    asked = collect(info);
    askedByOperation.set(info.operation, asked);
  }
  return asked.get(type) ?? nothing;
}

function collect({ operation, fragments, schema }: OperationInfo): AskedFields {
  const asked = new Map<string, Set<string>>();
  const typeInfo = new TypeInfo(schema);
  visit(
    { kind: Kind.DOCUMENT, definitions: [operation, ...Object.values(fragments)] },
    visitWithTypeInfo(typeInfo, {
      Field: (node) => {
        const type = typeInfo.getParentType()?.name;
        if (type === undefined) return;
        const fields = asked.get(type) ?? new Set();
        asked.set(type, fields.add(node.name.value));
      },
    }),
  );
  return asked;
}
