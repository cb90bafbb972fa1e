/** The documents name files of this project, and a file that is renamed takes its mention along. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "@jest/globals";
import { purposes } from "../../authorisation/caller.js";
import { redactionReasons } from "../../authorisation/redaction.js";
import { errorMessages } from "../../errors/hub-error.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const inDocs = readdirSync(path.join(root, "docs"), { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".md"))
  .map((name) => path.join("docs", name));
const atTheTop = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"];
const documents = [...atTheTop, path.join("deploy", "README.md"), ...inDocs];

const folders = new Set(
  readdirSync(root, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])),
);

/** Paths in code spans that begin with a folder of the project. What stands for a name in them is in capitals. */
function pathsIn(text: string): string[] {
  return [...text.matchAll(/`([\w.-]+\/[\w./-]*)`/g)]
    .map(([, name = ""]) => name)
    .filter((name) => folders.has(name.split("/")[0] ?? "") && !/[A-Z]{4}/.test(name) && !name.startsWith("build/"));
}

function linksIn(text: string): string[] {
  return [...text.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, target = ""]) => target);
}

describe.each(documents)("%s", (document) => {
  const text = readFileSync(path.join(root, document), "utf8");

  it("names files and folders that are there", () => {
    expect(pathsIn(text).filter((name) => !existsSync(path.join(root, name)))).toEqual([]);
  });

  it("links to files that are there", () => {
    const here = path.join(root, path.dirname(document));
    expect(linksIn(text).filter((target) => !existsSync(path.join(here, target)))).toEqual([]);
  });

  it("names commands that are there", () => {
    const { scripts } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as { scripts: object };
    const commands = [...text.matchAll(/npm run (?:--silent )?([a-z:-]+)/g)].map(([, command = ""]) => command);
    expect(commands.filter((command) => !Object.hasOwn(scripts, command))).toEqual([]);
  });
});

describe("docs/clients.md", () => {
  const text = readFileSync(path.join(root, "docs/clients.md"), "utf8");
  const told = [...text.matchAll(/^\| (`[A-Z_]+`(?:, `[A-Z_]+`)*) \|/gm)].flatMap(([, names = ""]) =>
    names.match(/[A-Z_]+/g),
  );

  it("tells of every purpose, reason of a redaction and code of an error, and of no other", () => {
    const codes = [...purposes, ...Object.keys(redactionReasons), ...Object.keys(errorMessages)];
    expect(told.sort()).toEqual(codes.sort());
  });
});
