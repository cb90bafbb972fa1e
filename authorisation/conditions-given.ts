/**
 * What the arguments of a field choose records by: the places of the schema that were given a value, with the class
 * of what they are compared with. For the audit: never the value, and of an order its name, which is the schema's.
 */
import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  type GraphQLField,
  type GraphQLInputType,
} from "graphql";
import { isProtected, type Classification } from "./classification.js";
import { dataClassOf, type DataClass } from "./data-class.js";

export interface Condition {
  /** `ConcernFilter.text`, or `Query.concerns(orderBy: CATEGORY)`. */
  readonly place: string;
  readonly dataClass: DataClass;
}

type Arguments = Readonly<Record<string, unknown>>;

/** Undefined for a field whose arguments choose by nothing that is protected. */
export function conditionsGiven(
  { args: parameters }: Pick<GraphQLField<unknown, unknown>, "args">,
  coordinate: string,
  classification: Classification,
): ((given: unknown) => readonly Condition[]) | undefined {
  const choosing = parameters.filter(({ name, type }) => {
    const placeClass = classification.get(`${coordinate}(${name}:)`);
    return isProtected(placeClass) || isInputObjectType(getNamedType(type));
  });
  if (choosing.length === 0) return undefined;

  return (given) => {
    const found = new Map<string, Condition>();
    const note = (place: string, at: string): void => {
      const placeClass = classification.get(at);
      if (isProtected(placeClass)) found.set(place, { place, dataClass: dataClassOf(placeClass) });
    };
    const visit = (type: GraphQLInputType, value: unknown): void => {
      const inner = getNamedType(type);
      if (!isInputObjectType(inner)) return;
      for (const object of (Array.isArray(value) ? value : [value]) as unknown[]) {
        for (const field of Object.values(inner.getFields())) {
          const part = (object as Arguments | null)?.[field.name];
          if (part === undefined || part === null) continue;
          note(`${inner.name}.${field.name}`, `${inner.name}.${field.name}`);
          visit(field.type, part);
        }
      }
    };
    for (const { name, type } of choosing) {
      const value = (given as Arguments)[name];
      if (value === undefined || value === null) continue;
      const order = getNullableType(type);
      const word = isEnumType(order) ? ` ${String(order.serialize(value))}` : "";
      note(`${coordinate}(${name}:${word})`, `${coordinate}(${name}:)`);
      visit(type, value);
    }
    return [...found.values()];
  };
}
