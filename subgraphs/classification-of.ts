/** Reads the classification off the extensions that the annotations left on a type-graphql schema. */
import { isInputObjectType, isObjectType, type GraphQLSchema } from "graphql";
import type { PlaceClass } from "../authorisation/classification.js";
import type { PlaceExtensions } from "./annotations.js";

export function classificationOf(schema: GraphQLSchema): ReadonlyMap<string, PlaceClass> {
  const classification = new Map<string, PlaceClass>();
  const classify = (coordinate: string, placeClass: PlaceClass | undefined): void => {
    if (placeClass !== undefined) classification.set(coordinate, placeClass);
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith("__")) continue;
    if (isObjectType(type)) {
      for (const field of Object.values(type.getFields())) {
        const { placeClass, argumentClasses } = field.extensions as PlaceExtensions;
        classify(`${type.name}.${field.name}`, placeClass);
        for (const argument of field.args)
          classify(`${type.name}.${field.name}(${argument.name}:)`, argumentClasses?.[argument.name]);
      }
    } else if (isInputObjectType(type)) {
      for (const field of Object.values(type.getFields()))
        classify(`${type.name}.${field.name}`, (field.extensions as PlaceExtensions).placeClass);
    }
  }
  return classification;
}
