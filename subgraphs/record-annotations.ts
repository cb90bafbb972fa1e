/**
 * Where the records of a type come from: the table behind its visible view and the column behind each field. Read by
 * the view generator, by the select lists of the readers and by the test that compares both with what is installed.
 */
import type { Compartment } from "../authorisation/data-class.js";
import type { IndexedBy, MaskedView } from "../database/masked-view.js";

export type RecordSource = IndexedBy & {
  /** Schema-qualified name of the visible view. */
  readonly view: string;
  /** Table of the records. */
  readonly table: string;
  /** Which rows are shown, where existence of the concern is not enough. */
  readonly rows?: MaskedView["rows"];
  /** Each row says itself who reads it. */
  readonly rowsSayWho?: MaskedView["rowsSayWho"];
  /** Of which rows the caller's organisation is the owner, or one that the owner lets read it. */
  readonly audience?: MaskedView["audience"];
  /** Records without one are of the present alone. */
  readonly history?: MaskedView["history"];
  /** Columns that are no field of the graph but may be filtered by, under the same masks. */
  readonly filters?: Readonly<Record<string, { readonly compartment: Compartment; readonly sql: string }>>;
};

export interface ColumnSource {
  /** SQL over `r`, the record, and `a`, its row of the access index. Default: `r.` and the field in snake case. */
  readonly sql?: string;
  /** The value is the key, under this name, of an entity of another subgraph or a list of such keys. */
  readonly refersBy?: "code" | "id";
  readonly suppressed?: { readonly below: number; readonly unless: Compartment };
}

export interface AnnotatedColumn extends ColumnSource {
  readonly field: string;
  readonly column: string;
  readonly compartment: Compartment;
}

interface AnnotatedRecord {
  readonly typeName: string;
  readonly source: RecordSource;
}

export interface AnnotatedField {
  readonly field: string;
  readonly compartment: Compartment;
}

const recordsByClass = new Map<object, AnnotatedRecord>();
const fieldsByClass = new Map<object, AnnotatedField[]>();
const columnsByClass = new Map<object, AnnotatedColumn[]>();

export function noteRecord(target: object, typeName: string, source: RecordSource): void {
  recordsByClass.set(target, { typeName, source });
}

/** Notes a classified field, and the column it comes from if it has one. */
export function noteField(target: object, field: string, compartment: Compartment, column?: ColumnSource): void {
  append(fieldsByClass, target, { field, compartment });
  if (column !== undefined) append(columnsByClass, target, { ...column, field, column: snakeCase(field), compartment });
}

function append<Item>(lists: Map<object, Item[]>, target: object, item: Item): void {
  lists.set(target, [...(lists.get(target) ?? []), item]);
}

export interface RecordAnnotations extends AnnotatedRecord {
  readonly fields: readonly AnnotatedField[];
  readonly columns: readonly AnnotatedColumn[];
}

export function annotationsOf(recordClass: object): RecordAnnotations {
  const record = recordsByClass.get(recordClass);
  if (record === undefined) throw new TypeError("The class is not a record type with a source");
  return { ...record, fields: fieldsByClass.get(recordClass) ?? [], columns: columnsByClass.get(recordClass) ?? [] };
}

/** Fields of a type, whether or not its records have a source of their own. */
export function annotatedFields(recordClass: object): readonly AnnotatedField[] {
  return fieldsByClass.get(recordClass) ?? [];
}

export function maskedViewOf(recordClass: object): MaskedView {
  const { source, columns } = annotationsOf(recordClass);
  return {
    name: source.view,
    table: source.table,
    ...(source.panelKey === undefined ? { concernKey: source.concernKey } : { panelKey: source.panelKey }),
    rows: source.rows,
    rowsSayWho: source.rowsSayWho,
    audience: source.audience,
    history: source.history,
    columns: [
      ...columns
        .filter(({ field }) => field !== "id")
        .map(({ column, compartment, sql, suppressed }) => ({
          name: column,
          compartment,
          expression: sql ?? `r.${column}`,
          ...(suppressed && { suppressed }),
        })),
      ...Object.entries(source.filters ?? {}).map(([name, { compartment, sql }]) => ({
        name,
        compartment,
        expression: sql,
      })),
    ],
  };
}

function snakeCase(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
