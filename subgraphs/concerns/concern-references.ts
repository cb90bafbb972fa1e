/** Reference data of the concerns subgraph, read once from the files that an owner may edit. */
import { readFileSync } from "node:fs";
import { z } from "zod";

const folder = new URL("./reference/", import.meta.url);

const intensiveSupportFile = z.object({
  categories: z.array(z.object({ code: z.string(), name: z.string(), reviewDays: z.number().int().nullable() })),
  bands: z.array(z.object({ band: z.string(), from: z.number().int(), to: z.number().int(), suggests: z.string() })),
});
const themesFile = z.array(z.object({ code: z.string(), title: z.string() }));

/** Reads the file when it is first asked for, and only then. */
export function readReference<Content>(name: string, schema: z.ZodType<Content>): () => Content {
  let content: Content | undefined;
  return () => (content ??= schema.parse(JSON.parse(readFileSync(new URL(name, folder), "utf8"))));
}

export const intensiveSupport = readReference("intensive-support.json", intensiveSupportFile);
export const themes = readReference("themes.json", themesFile);
