/**
 * Keys, identifiers and references of the demonstration: they look random and repeat themselves. A reference is
 * unique among a million by arithmetic, since so many drawn at random would collide.
 */
import { formatReference, referenceAlphabet } from "../subgraphs/concerns/concern-reference.js";
import { HubError } from "../errors/hub-error.js";
import { createRandom, drawnBits } from "./random.js";
import type { Random } from "./random.js";

export interface ConcernIdentifiers {
  /** Positive, 63 bits, as text. */
  readonly key: string;
  readonly id: string;
  readonly reference: string;
}

const keyStream = 0x6b6579;
const eventStream = 0x657674;
const base = BigInt(referenceAlphabet.length);
const referenceSpace = base ** 7n;
/** Shares no factor with the size of the space, so that different numbers stay different when multiplied. */
const stride = 13_187_234_567n;
/** One reference in thirty-one has no check character; so many in a row do not come up. */
const triesEach = 64n;

export function concernIdentifiers(seed: number, index: number): ConcernIdentifiers {
  const random = createRandom(seed ^ keyStream, index);
  const high = BigInt(random.bits() >>> 1);
  const key = (high << 32n) | BigInt(random.bits());
  return { key: (key === 0n ? 1n : key).toString(), id: uuidFrom(random), reference: referenceOf(index) };
}

/** Drawn by itself, so that a story does not change what else is drawn for its concern. */
export function eventId(seed: number, index: number, sequence: number): string {
  return uuidFrom({ bits: drawnBits(seed ^ eventStream, index, sequence) });
}

/** Version 4, from 122 drawn bits. */
export function uuidFrom(random: Pick<Random, "bits">): string {
  const [a, b, c, d] = [random.bits(), random.bits(), random.bits(), random.bits()].map(hex);
  const variant = (0x8 | (random.bits() & 0x3)).toString(16);
  return `${a ?? ""}-${b?.slice(0, 4) ?? ""}-4${b?.slice(5) ?? ""}-${variant}${c?.slice(1, 4) ?? ""}-${c?.slice(4) ?? ""}${d ?? ""}`;
}

function hex(bits: number): string {
  return bits.toString(16).padStart(8, "0");
}

function referenceOf(index: number): string {
  for (let attempt = 0n; attempt < triesEach; attempt += 1n) {
    const place = ((BigInt(index) * triesEach + attempt + 1n) * stride) % referenceSpace;
    const reference = formatReference(symbolsOf(place));
    if (reference !== null) return reference;
  }
  throw new HubError("INTERNAL", {}, { cause: `no reference for concern ${index}` });
}

function symbolsOf(place: bigint): string {
  let [symbols, rest] = ["", place];
  for (let position = 0; position < 7; position += 1) {
    symbols = referenceAlphabet.charAt(Number(rest % base)) + symbols;
    rest /= base;
  }
  return symbols;
}
