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
