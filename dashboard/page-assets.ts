/**
 * The style sheets, script and icon of the server-rendered pages, held in memory. Guarantees that nothing in them
 * points outside: nhsuk-frontend fetches its fonts from another host, so its font faces are removed and the pages
 * fall back to Arial.
 */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export interface PageAsset {
  readonly name: string;
  readonly contentType: string;
  readonly body: string;
  /** Address with the content's hash, so that it may be cached for good. */
  readonly url: string;
}

const ownAssets = fileURLToPath(new URL("./assets/", import.meta.url));
export const nhsukFolder = join(dirname(createRequire(import.meta.url).resolve("nhsuk-frontend/package.json")), "dist");

export async function loadPageAssets(): Promise<readonly PageAsset[]> {
  const nhsukStyles = await readFile(join(nhsukFolder, "nhsuk", "nhsuk-frontend.min.css"), "utf8");
  return [
    pageAsset("nhsuk-frontend.css", "text/css; charset=utf-8", withoutOutsideFonts(nhsukStyles)),
    pageAsset("pages.css", "text/css; charset=utf-8", await ownAsset("pages.css")),
    pageAsset("signed-in.mjs", "text/javascript; charset=utf-8", await ownAsset("signed-in.mjs")),
    pageAsset("favicon.svg", "image/svg+xml", await ownAsset("favicon.svg")),
  ];
}

/** Also drops the reference to the source map, which is not served. */
export function withoutOutsideFonts(styles: string): string {
  return styles.replaceAll(/@font-face\s*\{[^}]*\}/g, "").replaceAll(/\/\*# sourceMappingURL=.*?\*\//g, "");
}

function ownAsset(name: string): Promise<string> {
  return readFile(join(ownAssets, name), "utf8");
}

function pageAsset(name: string, contentType: string, body: string): PageAsset {
  const version = createHash("sha256").update(body).digest("hex").slice(0, 12);
  return { name, contentType, body, url: `/assets/${name}?v=${version}` };
}
