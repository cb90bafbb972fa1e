/**
 * Chance that repeats itself: the same seed and stream give the same draws on every machine. Each concern draws from a
 * stream of its own, so it is the same whatever was made before it. No secret may rest on it.
 */
import { HubError } from "../errors/hub-error.js";

export interface Random {
  /** From 0 up to and without 1. */
  next(): number;
  /** Whole, from 0 up to 2^32 - 1. */
  bits(): number;
  /** Whole, both ends included. */
  between(least: number, most: number): number;
  chance(probability: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  /** As likely as its weight beside the others'. */
  weighted<Item>(items: readonly Item[], weightOf: (item: Item) => number): Item;
  /** In the order drawn, without repeats. */
  sample<Item>(items: readonly Item[], count: number): Item[];
}

export function createRandom(seed: number, stream: number, substream = 0): Random {
  const bits = drawnBits(seed, stream, substream);
  const next = () => bits() / 2 ** 32;
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  const pick = <Item>(items: readonly Item[]): Item => present(items[Math.floor(next() * items.length)]);
  return {
    next,
    bits,
    between,
    chance: (probability) => next() < probability,
    pick,
    weighted: (items, weightOf) => {
      let left = next() * items.reduce((sum, item) => sum + weightOf(item), 0);
      return items.find((item) => (left -= weightOf(item)) < 0) ?? pick(items);
    },
    sample: (items, count) => {
      const rest = [...items];
      return Array.from({ length: Math.min(count, rest.length) }, () =>
        present(rest.splice(Math.floor(next() * rest.length), 1)[0]),
      );
    },
  };
}

/**
 * The bits alone: Chris Doty-Humphrey's Small Fast Counting generator, 32 bits; its first draws are left out, as its
 * author advises.
 */
export function drawnBits(seed: number, stream: number, substream: number): () => number {
  let [a, b, c, counter] = [seed | 0, stream | 0, substream | 0, 1];
  const draw = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let warming = 0; warming < 15; warming += 1) draw();
  return draw;
}

function present<Item>(item: Item | undefined): Item {
  if (item === undefined) throw new HubError("INTERNAL", {}, { cause: "nothing to choose from" });
  return item;
}
