/** One DataLoader for each batch function in a request, so that a page of parents costs one statement. */
import DataLoader from "dataloader";
import type { SubgraphContext } from "./subgraph-context.js";

/** Loads the value for each distinct key; a key not in the map has `undefined`. */
export type LoadMany<Key, Value> = (context: SubgraphContext, keys: readonly Key[]) => Promise<ReadonlyMap<Key, Value>>;

export function loaderOf<Key, Value>(
  context: SubgraphContext,
  load: LoadMany<Key, Value>,
): DataLoader<Key, Value | undefined> {
  let loader = context.loaders.get(load) as DataLoader<Key, Value | undefined> | undefined;
  if (loader === undefined) {
    loader = new DataLoader(async (keys: readonly Key[]) => {
      const loaded = await load(context, keys);
      return keys.map((key) => loaded.get(key));
    });
    context.loaders.set(load, loader);
  }
  return loader;
}

type ReadFields<Key, Value> = (
  context: SubgraphContext,
  keys: readonly Key[],
  fields: ReadonlySet<string>,
) => Promise<ReadonlyMap<Key, Value>>;

/** One load function for the fields of one operation, since a request has one loader for each load function. */
export function forEachFields<Key, Value>(
  read: ReadFields<Key, Value>,
): (fields: ReadonlySet<string>) => LoadMany<Key, Value> {
  const loads = new WeakMap<ReadonlySet<string>, LoadMany<Key, Value>>();
  return (fields) => {
    const load = loads.get(fields) ?? ((context, keys) => read(context, keys, fields));
    loads.set(fields, load);
    return load;
  };
}
