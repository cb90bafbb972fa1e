/**
 * The pages of the hub, as a fastify plugin: the overview at /, the explorer at /explorer, and what they are made of.
 * They hold no session and read no data: a page is a client of /graphql like any other. Relies on an explorer that
 * `ensureExplorer` has built. Personas are shown in demonstration mode only, whatever the options carry.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { purposes } from "../authorisation/caller.js";
import { explorerPolicy, pagePolicy, safeHeaders } from "./content-security.js";
import type { ExplorerConfig, PagePersona } from "./explorer-config.js";
import { loadPageAssets } from "./page-assets.js";
import { createRenderPage } from "./render-page.js";

export interface PagesOptions {
  /** Folder of the built explorer, as `ensureExplorer` returns it. */
  readonly explorerDirectory: string;
  /** Where the hub is reached from outside, e.g. `http://localhost:4000`; for the examples on the page. */
  readonly origin: string;
  /** Address of the hub's own issuer, or null where tokens come from elsewhere. */
  readonly issuer: string | null;
  readonly audience: string;
  readonly demonstration: boolean;
  readonly personas: readonly PagePersona[];
}

export async function registerPages(app: FastifyInstance, options: PagesOptions): Promise<void> {
  const shown = { ...options, personas: options.demonstration ? options.personas : [] };
  await registerOverview(app, shown);
  await registerExplorer(app, shown);
}

async function registerOverview(app: FastifyInstance, options: PagesOptions): Promise<void> {
  const assets = await loadPageAssets();
  const overview = createRenderPage(assets)("overview.njk", options);
  app.get("/", (_request, reply) =>
    reply
      .headers({ ...safeHeaders, "content-security-policy": pagePolicy, "cache-control": "no-cache" })
      .type("text/html; charset=utf-8")
      .send(overview),
  );
  for (const { name, contentType, body } of assets) {
    app.get(`/assets/${name}`, (_request, reply) =>
      reply
        .headers({ ...safeHeaders, "content-security-policy": pagePolicy, "cache-control": forGood })
        .type(contentType)
        .send(body),
    );
  }
}

const forGood = "public, max-age=31536000, immutable";

async function registerExplorer(app: FastifyInstance, options: PagesOptions): Promise<void> {
  const page = await readFile(join(options.explorerDirectory, "index.html"), "utf8");
  const config = explorerConfig(options);
  const headers = { ...safeHeaders, "content-security-policy": explorerPolicy };
  app.get("/explorer", (_request, reply) =>
    reply
      .headers({ ...headers, "cache-control": "no-store" })
      .type("text/html; charset=utf-8")
      .send(page),
  );
  // One address only: it is the redirect address that the issuer knows.
  app.get("/explorer/", (_request, reply) => reply.redirect("/explorer", 308));
  app.get("/explorer/config.json", (_request, reply) =>
    reply.headers({ ...headers, "cache-control": "no-store" }).send(config),
  );
  await app.register(fastifyStatic, {
    root: join(options.explorerDirectory, "assets"),
    prefix: "/explorer/assets/",
    index: false,
    decorateReply: false,
    immutable: true,
    maxAge: "365d",
    setHeaders: (reply) => {
      for (const [name, value] of Object.entries(headers)) reply.setHeader(name, value);
    },
  });
}

function explorerConfig({ issuer, audience, demonstration, personas }: PagesOptions): ExplorerConfig {
  // An emergency override is asked for on one concern with a written reason, never chosen from a list.
  const offered = purposes.filter((purpose) => purpose !== "BREAK_GLASS");
  return { issuer, clientId: "explorer", audience, demonstration, personas, purposes: offered };
}
