/**
 * How a type of the graph says what its fields hold. Each decorator puts type-graphql's own decorators and the data
 * class on a field in one place, so a field cannot be declared without a class: it would not compile.
 */
import "reflect-metadata";
import { Arg, Directive, Extensions, Field, FieldResolver, InputType, Mutation, ObjectType, Query } from "type-graphql";
import { dataClassOf, existence, type Compartment } from "../authorisation/data-class.js";
import { isProtected, type PlaceClass } from "../authorisation/classification.js";
import { noteField, noteRecord, type ColumnSource, type RecordSource } from "./record-annotations.js";

type Returns = Parameters<typeof Query>[0];

interface PlaceOptions {
  readonly description: string;
  readonly nullable?: boolean;
  readonly deprecationReason?: string;
  /** What is told of the present alone: null on a record that is read as of a day. */
  readonly ofThePresent?: boolean;
}

/** What the guard's classification is read from: the extensions of a field. */
export interface PlaceExtensions {
  readonly placeClass?: PlaceClass;
  readonly argumentClasses?: Readonly<Record<string, PlaceClass>>;
  readonly ofThePresent?: boolean;
}

interface TypeOptions {
  readonly description: string;
  /** Directives of federation, such as `@key(fields: "id")` or `@shareable`. */
  readonly directives?: readonly string[];
}

/** A type whose records come through a visible view and carry their standing. */
export function RecordType(name: string, options: TypeOptions & { readonly source?: RecordSource }): ClassDecorator {
  return (target) => {
    decorateType(target, name, { ...options, directives: ["@authenticated", ...(options.directives ?? [])] });
    if (options.source !== undefined) noteRecord(target, name, options.source);
  };
}

/** A type that holds nothing protected, or only carries what is classified elsewhere. */
export function PlainType(name: string, options: TypeOptions): ClassDecorator {
  return (target) => {
    decorateType(target, name, options);
  };
}

function decorateType(target: object, name: string, { description, directives = [] }: TypeOptions): void {
  const type = target as new () => object;
  ObjectType(name, { description, simpleResolvers: true })(type);
  for (const directive of directives) Directive(directive)(type);
}

/** A protected field. `column` says where its value comes from; without one a resolver loads it. */
export function Classified(
  returns: Returns,
  compartment: Compartment,
  options: PlaceOptions & {
    readonly column?: ColumnSource;
    readonly argumentClasses?: PlaceExtensions["argumentClasses"];
  },
): PropertyDecorator {
  return (target, property) => {
    const { column, argumentClasses, ...place } = options;
    classifiedField(
      returns,
      compartment,
      { nullable: compartment !== existence, ...place },
      argumentClasses,
    )(target, property);
    Directive(`@policy(policies: [["${dataClassOf(compartment)}"]])`)(target, property);
    noteField(target.constructor, String(property), compartment, column);
  };
}

/** A field open to every caller. */
export function Public(returns: Returns, options: PlaceOptions): PropertyDecorator {
  return classifiedField(returns, "PUBLIC", options);
}

/** A field that holds no data of its own: pages, payloads, the parts of a value. */
export function Carrier(
  returns: Returns,
  options: PlaceOptions & { readonly argumentClasses?: PlaceExtensions["argumentClasses"] },
): PropertyDecorator {
  const { argumentClasses, ...place } = options;
  return classifiedField(returns, "CARRIER", place, argumentClasses);
}

type QueryOptions = PlaceOptions & { readonly argumentClasses?: PlaceExtensions["argumentClasses"] };

/** A question whose answer tells something that has to be accounted for: whether a record is there, or how many are. */
export function CarrierQuery(returns: Returns, options: QueryOptions): MethodDecorator {
  return query(returns, "CARRIER", options);
}

/** A question about what everybody may know of. What hangs on its answer has classes of its own. */
export function PublicQuery(returns: Returns, options: QueryOptions): MethodDecorator {
  return query(returns, "PUBLIC", options);
}

function query(returns: Returns, placeClass: PlaceClass, { argumentClasses, ...place }: QueryOptions): MethodDecorator {
  return (target, property, descriptor) => {
    Query(returns, definite(described(place, placeClass)))(target, property, descriptor);
    Extensions(placeExtensions(placeClass, argumentClasses))(target, property, descriptor);
  };
}

/** A field without data of its own that a resolver adds: to an entity of another subgraph, or of this one. */
export function CarrierField(
  returns: Returns,
  options: PlaceOptions & { readonly argumentClasses?: PlaceExtensions["argumentClasses"] },
): MethodDecorator {
  const { argumentClasses, ...place } = options;
  return (target, property, descriptor) => {
    FieldResolver(returns, definite(place))(target, property, descriptor);
    Extensions(placeExtensions("CARRIER", argumentClasses))(target, property, descriptor);
  };
}

/** A protected field of a record type of this subgraph that a resolver adds, beside what belongs to it. */
export function ClassifiedField(
  recordClass: () => object,
  returns: Returns,
  compartment: Compartment,
  options: PlaceOptions & { readonly argumentClasses?: PlaceExtensions["argumentClasses"] },
): MethodDecorator {
  const { argumentClasses, ...place } = options;
  return (target, property, descriptor) => {
    const nullable = { nullable: true, ...place };
    FieldResolver(returns, definite(described(nullable, compartment)))(target, property, descriptor);
    Extensions(placeExtensions(compartment, argumentClasses, place))(target, property, descriptor);
    Directive(`@policy(policies: [["${dataClassOf(compartment)}"]])`)(target, property, descriptor);
    noteField(recordClass(), String(property), compartment);
  };
}

/** A mutation takes one `input`, whose fields have classes of their own. */
export function CarrierMutation(returns: Returns, options: PlaceOptions): MethodDecorator {
  return (target, property, descriptor) => {
    Mutation(returns, definite(options))(target, property, descriptor);
    Extensions(placeExtensions("CARRIER", { input: "CARRIER" }))(target, property, descriptor);
  };
}

/** The one argument of a mutation. */
export function InputArgument(returns: () => new () => object): ParameterDecorator {
  return Arg("input", returns, { description: "What is to be done, and to what." }) as ParameterDecorator;
}

interface InheritableField {
  readonly property: string | symbol;
  readonly decorate: PropertyDecorator;
}

const inputFieldsByPrototype = new Map<object, InheritableField[]>();

/** An input object, with the fields of the abstract classes it extends. */
export function Input(name: string, description: string): ClassDecorator {
  return (target) => {
    const { prototype } = target as unknown as { prototype: object };
    InputType(name, { description })(target as unknown as new () => object);
    // type-graphql inherits fields without their extensions, and so without their class.
    let ancestor = Object.getPrototypeOf(prototype) as object;
    for (; ancestor !== Object.prototype; ancestor = Object.getPrototypeOf(ancestor) as object)
      for (const { property, decorate } of inputFieldsByPrototype.get(ancestor) ?? []) decorate(prototype, property);
  };
}

/** A field of an input; its class says what it is compared with or written to. */
export function InputField(returns: Returns, placeClass: PlaceClass, options: PlaceOptions): PropertyDecorator {
  const decorate = placed(returns, placeClass, isProtected(placeClass) ? described(options, placeClass) : options);
  return (target, property) => {
    decorate(target, property);
    inputFieldsByPrototype.set(target, [...(inputFieldsByPrototype.get(target) ?? []), { property, decorate }]);
  };
}

function classifiedField(
  returns: Returns,
  placeClass: PlaceClass,
  options: PlaceOptions,
  argumentClasses?: PlaceExtensions["argumentClasses"],
): PropertyDecorator {
  return placed(returns, placeClass, described(options, placeClass), argumentClasses);
}

function placed(
  returns: Returns,
  placeClass: PlaceClass,
  options: PlaceOptions,
  argumentClasses?: PlaceExtensions["argumentClasses"],
): PropertyDecorator {
  return (target, property) => {
    Field(returns, definite(options))(target, property);
    Extensions(placeExtensions(placeClass, argumentClasses, options))(target, property);
  };
}

/** What holds data says of which class; `NARRATIVE:released` is read as "NARRATIVE (released)". */
function described<Options extends PlaceOptions>(options: Options, placeClass: PlaceClass): Options {
  if (placeClass === "CARRIER") return options;
  const spoken = placeClass.replace(/:(\w+)$/, " ($1)");
  const when = options.ofThePresent === true ? " Told of the present alone: null in `asOf`." : "";
  return { ...options, description: `${options.description}${when} Data class: ${spoken}.` };
}

/** Where to go on in a list, and how far: no more than the list itself tells. */
const pagingClasses: Readonly<Record<string, PlaceClass>> = { first: "PUBLIC", after: "PUBLIC" };

function placeExtensions(
  placeClass: PlaceClass,
  argumentClasses: PlaceExtensions["argumentClasses"],
  { ofThePresent = false }: Pick<PlaceOptions, "ofThePresent"> = {},
): Record<string, unknown> {
  return { placeClass, argumentClasses: { ...pagingClasses, ...argumentClasses }, ofThePresent };
}

/** type-graphql takes absent options, not undefined ones. */
function definite<Options extends object>(options: Options): Options {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as Options;
}
