/**
 * The kinds of values that settings may have, each as what is accepted of the text in the environment and what it
 * comes to. A message never repeats the text: it may be a secret.
 */
import { z } from "zod";

export const switchValue = z
  .enum(["1", "0", "true", "false", "on", "off"], { error: "must be 1 or 0" })
  .transform((value) => value === "1" || value === "true" || value === "on");

export function wholeNumber(least: number, most: number) {
  const error = `must be a whole number from ${String(least)} to ${String(most)}`;
  return z
    .string()
    .regex(/^\d{1,12}$/, { error })
    .transform(Number)
    .pipe(z.number().min(least, { error }).max(most, { error }));
}

export const port = wholeNumber(1, 65_535);
export const milliseconds = wholeNumber(1, 3_600_000);

export const databaseUrl = z.string().refine((value) => /^postgres(ql)?:\/\//.test(value) && URL.canParse(value), {
  error: "must be a PostgreSQL address such as postgresql://name:password@host:5432/database",
});

function isProtectedAddress(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname } = new URL(value);
  return protocol === "https:" || (protocol === "http:" && ["localhost", "127.0.0.1", "[::1]"].includes(hostname));
}

export const webAddress = z
  .string()
  .refine(isProtectedAddress, { error: "must be an https address (http is accepted for this machine only)" });

export const mailServer = z
  .string()
  .refine(
    (value) => URL.canParse(value) && /^smtps?:$/.test(new URL(value).protocol) && new URL(value).hostname !== "",
    {
      error: "must be an smtp or smtps address such as smtps://name:password@mail.example:465",
    },
  );

export const subgraphAddress = z
  .string()
  .refine((value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol), {
    error: "must be an http or https address",
  });

export const signatureAlgorithms = [
  "RS256",
  "RS384",
  "RS512",
  "PS256",
  "PS384",
  "PS512",
  "ES256",
  "ES384",
  "ES512",
  "EdDSA",
] as const;

/** RFC 9068 has the first; many providers write the second, on ID tokens as well. */
export const tokenTypes = ["at+jwt", "JWT"] as const;

export function listOf<Item>(item: z.ZodType<Item, string>) {
  return z
    .string()
    .transform((value) => value.split(/[\s,]+/).filter((part) => part !== ""))
    .pipe(z.array(item).min(1));
}

export const claimMapping = z.string().transform((value, context): "hub" | Readonly<Record<string, unknown>> => {
  if (value === "hub") return value;
  const custom = z.record(z.string(), z.unknown()).safeParse(parsedJson(value));
  if (custom.success) return custom.data;
  context.addIssue({ code: "custom", message: "must be hub or a JSON object" });
  return z.NEVER;
});

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A key of 32 bytes and the id that is stored beside whatever it sealed or signed. */
export interface NamedKey {
  readonly id: string;
  readonly key: Buffer;
}

export type NamedKeys = readonly [NamedKey, ...NamedKey[]];

export const namedKeys = z.string().transform((value, context): NamedKeys => {
  const [first = { id: "", key: Buffer.alloc(0) }, ...others] = value.split(",").map((entry) => {
    const [id = "", encoded = ""] = entry.trim().split(":");
    return { id, key: Buffer.from(encoded, "base64") };
  });
  const keys: NamedKeys = [first, ...others];
  const distinct = new Set(keys.map(({ id }) => id)).size === keys.length;
  if (distinct && keys.every(({ id, key }) => /^[A-Za-z0-9_-]{1,32}$/.test(id) && key.length === 32)) return keys;
  context.addIssue({
    code: "custom",
    message: "must be id:key pairs separated by commas, each key 32 bytes in base64, each id used once",
  });
  return z.NEVER;
});
