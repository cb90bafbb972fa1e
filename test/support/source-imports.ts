/** What every source file of the project imports: packages by name, its own files by path from the top. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

export interface SourceFile {
  /** From the top of the project, `concerns/concern.ts`. */
  readonly file: string;
  readonly imports: readonly Import[];
  /** Its string literals and the fixed beginnings of its templates. */
  readonly texts: readonly string[];
}

export interface Import {
  /** A path from the top of the project, a package's name, or a built-in with its `node:`. */
  readonly to: string;
  readonly own: boolean;
  /** Whether nothing but types is imported, which leaves no trace when the program runs. */
  readonly typeOnly: boolean;
}

const top = fileURLToPath(new URL("../../", import.meta.url));
const notSource: ReadonlySet<string> = new Set(["node_modules", "build", "coverage", "schema", "docs"]);

/** Every folder of the project's own, by its path from the top. */
export function ownFolders(): string[] {
  return walk("", (folder) => [folder]);
}

export function sourceFiles(): SourceFile[] {
  return walk("", (_folder, names) => names)
    .filter((file) => /\.(ts|tsx)$/.test(file))
    .map((file) => ({ file, ...readSource(file) }));
}

function walk(folder: string, take: (folder: string, files: string[]) => string[]): string[] {
  const entries = readdirSync(path.join(top, folder), { withFileTypes: true }).filter(
    ({ name }) => !name.startsWith("."),
  );
  const files = entries.filter((entry) => entry.isFile()).map(({ name }) => path.posix.join(folder, name));
  const folders = entries.filter((entry) => entry.isDirectory() && !(folder === "" && notSource.has(entry.name)));
  return [...take(folder, files), ...folders.flatMap(({ name }) => walk(path.posix.join(folder, name), take))];
}

function readSource(file: string): Omit<SourceFile, "file"> {
  const source = ts.createSourceFile(file, readFileSync(path.join(top, file), "utf8"), ts.ScriptTarget.Latest);
  const imports: Import[] = [];
  const texts: string[] = [];
  const note = (specifier: ts.Node | undefined, typeOnly: boolean): void => {
    if (specifier === undefined || !ts.isStringLiteralLike(specifier)) return;
    const own = specifier.text.startsWith(".");
    const to = own ? path.posix.join(path.posix.dirname(file), specifier.text) : packageName(specifier.text);
    imports.push({ to: to.replace(/\.js$/, ".ts"), own, typeOnly });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) note(node.moduleSpecifier, isTypeOnly(node.importClause));
    else if (ts.isExportDeclaration(node)) note(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      note(node.arguments[0], false);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) note(node.argument.literal, true);
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node)) texts.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { imports, texts };
}

function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  if (clause === undefined) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = clause.namedBindings;
  if (clause.name !== undefined || named === undefined || !ts.isNamedImports(named)) return false;
  return named.elements.every((element) => element.isTypeOnly);
}

function packageName(specifier: string): string {
  if (specifier.startsWith("node:")) return specifier;
  return specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
}
