/**
 * Reads the library that ships with the hub, with files of the reader's own in place of or beside the shipped ones,
 * and checks the whole: a reference from one framework to another holds or is a finding. Relies on nothing but files.
 */
import { readFile, readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { LibraryCheck } from "./library-file.js";
import { checkLibrary } from "./library-file.js";
import type { NamedContent } from "./library-schema.js";

const shippedLibrary = fileURLToPath(new URL("./library/", import.meta.url));
const mappingName = "mapping.json";
const mostBytes = 4 * 1024 * 1024;

interface ReadFile extends NamedContent {
  readonly finding: string | null;
}

/** @param ownFiles a file for a framework that ships with the hub takes the place of the shipped one. */
export async function readLibrary(ownFiles: readonly string[] = [], folder = shippedLibrary): Promise<LibraryCheck> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".json") && name !== mappingName).sort();
  const shipped = await Promise.all(names.map((name) => readJson(join(folder, name))));
  const own = await Promise.all(ownFiles.map(readJson));
  const mapping = await readJson(join(folder, mappingName));

  const unreadable = [...shipped, ...own, mapping].flatMap(({ finding }) => finding ?? []);
  if (unreadable.length > 0) return { findings: unreadable };

  const replaced = new Set(own.map(({ content }) => frameworkIdOf(content)));
  const kept = shipped.filter(({ content }) => !replaced.has(frameworkIdOf(content)));
  return checkLibrary([...kept, ...own], mapping.content);
}

/** A file that cannot be opened at all is the caller's failure; one that holds no JSON is a finding. */
async function readJson(path: string): Promise<ReadFile> {
  const name = basename(path);
  const bytes = await readFile(path);
  if (bytes.length > mostBytes) return { name, content: undefined, finding: `${name}: is larger than 4 MiB` };
  try {
    return { name, content: JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)), finding: null };
  } catch {
    return { name, content: undefined, finding: `${name}: is not JSON in UTF-8` };
  }
}

/** Looks no further than it must: the content is not yet checked. */
function frameworkIdOf(content: unknown): unknown {
  const framework = propertyOf(content, "framework");
  return propertyOf(framework, "id");
}

function propertyOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}
