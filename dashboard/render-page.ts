/** Renders a page from its template on the server; every value is escaped unless a template marks it as safe. */
import { fileURLToPath } from "node:url";
import nunjucks from "nunjucks";
import { capitalised, inWords } from "./in-words.js";
import { nhsukFolder, type PageAsset } from "./page-assets.js";

const templates = fileURLToPath(new URL("./templates/", import.meta.url));

export type RenderPage = (template: string, values: object) => string;

export function createRenderPage(assets: readonly PageAsset[]): RenderPage {
  const environment = new nunjucks.Environment(new nunjucks.FileSystemLoader([templates, nhsukFolder]), {
    autoescape: true,
    throwOnUndefined: false,
    trimBlocks: true,
    lstripBlocks: true,
  });
  environment.addGlobal("serviceName", "Quality Concerns Hub");
  environment.addGlobal("assets", Object.fromEntries(assets.map(({ name, url }) => [name, url])));
  environment.addFilter("inWords", inWords);
  environment.addFilter("capitalised", capitalised);
  return (template, values) => environment.render(template, values);
}
