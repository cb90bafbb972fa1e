/** A schema by hand, small enough to see through: a library of books, some of whose fields are protected. */
import { buildSchema, type GraphQLSchema } from "graphql";
import type { PlaceClass } from "../../authorisation/classification.js";
import type { Compartment } from "../../authorisation/data-class.js";
import { standingKey, type StandingRecord } from "../../authorisation/standing.js";

export const sdl = `
  type Query { book: Book books: [Book] shelf(filter: BookFilter): [Item!] }
  union Item = Book | Map
  interface Titled { title: String }
  input BookFilter { text: String }
  type Book implements Titled { id: ID! title: String secret: String secrets: [String!] twin: Book cover: Cover }
  type Map implements Titled { id: ID! title: String secret: String }
  type Cover { colour: String! }
`;

export const classes: Readonly<Record<string, PlaceClass>> = {
  "Query.book": "CARRIER",
  "Query.books": "CARRIER",
  "Query.shelf": "CARRIER",
  "Query.shelf(filter:)": "CARRIER",
  "BookFilter.text": "NARRATIVE",
  "Book.id": "OPERATIONAL:headline",
  "Book.title": "OPERATIONAL",
  "Book.secret": "NARRATIVE",
  "Book.secrets": "NARRATIVE",
  "Book.twin": "OPERATIONAL",
  "Book.cover": "OPERATIONAL",
  "Map.id": "OPERATIONAL:headline",
  "Map.title": "OPERATIONAL",
  "Map.secret": "MANAGEMENT:internal",
  "Cover.colour": "CARRIER",
};

/** The schema and its classification, with what a test changes of either. Undefined takes a class away. */
export function smallSchema(
  more: { readonly sdl?: string; readonly classes?: Readonly<Record<string, PlaceClass | undefined>> } = {},
): readonly [GraphQLSchema, ReadonlyMap<string, PlaceClass>] {
  const entries = Object.entries({ ...classes, ...more.classes }).filter(
    (entry): entry is [string, PlaceClass] => entry[1] !== undefined,
  );
  return [buildSchema(more.sdl ?? sdl), new Map(entries)];
}

/** A record that stands so that just these compartments are readable on it. */
export function standingAt<Fields extends object>(
  id: string,
  readable: readonly Compartment[],
  fields: Fields,
): Fields & StandingRecord {
  const standing = {
    relations: [],
    readable: new Set(readable),
    agreements: new Map(),
    reasonFor: () => "RELATION" as const,
  };
  // Fields may be getters: they are to be kept as they are, not read.
  return Object.defineProperties({ id, [standingKey]: standing }, Object.getOwnPropertyDescriptors(fields)) as Fields &
    StandingRecord;
}
