import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import Fastify, { type FastifyInstance } from "fastify";
import { registerPages, type PagesOptions } from "../../dashboard/pages.js";

let explorerDirectory: string;

beforeAll(async () => {
  explorerDirectory = await mkdtemp(join(tmpdir(), "explorer-"));
  await mkdir(join(explorerDirectory, "assets"));
  await writeFile(join(explorerDirectory, "index.html"), "<!doctype html><title>Explorer</title>");
  await writeFile(join(explorerDirectory, "assets", "index.js"), "export {};");
  await writeFile(join(explorerDirectory, "sources.sha256"), "0");
});

afterAll(() => rm(explorerDirectory, { recursive: true }));

async function pages(options: Partial<PagesOptions> = {}): Promise<FastifyInstance> {
  const app = Fastify();
  await app.register(registerPages, {
    explorerDirectory,
    origin: "http://localhost:4000",
    issuer: "http://localhost:4000/issuer",
    audience: "https://hub.test/graphql",
    demonstration: true,
    personas: [
      {
        name: "gmc",
        displayName: "A Tester",
        organisation: "GMC",
        organisationName: "Council <of> Tests",
        role: "QUALITY_LEAD",
        shows: "concerns at category 2 and above",
      },
    ],
    ...options,
  });
  return app;
}

async function overview(options?: Partial<PagesOptions>): Promise<string> {
  const app = await pages(options);
  return (await app.inject("/")).body;
}

describe("the overview page", () => {
  it("has a title that names the page and the service, and one h1", async () => {
    const html = await overview();
    expect(/<title>(.*?)<\/title>/.exec(html)?.[1]).toMatch(/^[A-Z].+ – Quality Concerns Hub$/);
    expect(html.match(/<h1[ >]/g)).toHaveLength(1);
  });

  it("skips no level of heading", async () => {
    const levels = [...(await overview()).matchAll(/<h([1-6])[ >]/g)].map(([, level]) => Number(level));
    levels.forEach((level, position) => {
      expect(level - (levels[position - 1] ?? 0)).toBeLessThanOrEqual(1);
    });
  });

  it("asks nothing of another host", async () => {
    const addresses = [...(await overview()).matchAll(/(?:src|href|action)="([^"]*)"/g)].map(([, address]) => address);
    expect(addresses.length).toBeGreaterThan(5);
    for (const address of addresses) expect(address).toMatch(/^(?:\/(?!\/)|#)/);
  });

  it("runs no inline script and carries no inline style", async () => {
    const html = await overview();
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)/);
    expect(html).not.toMatch(/<style|\sstyle="|\son[a-z]+="/);
  });

  it("bears no logo and claims no endorsement", async () => {
    const html = await overview();
    expect(html).not.toMatch(/<svg|nhsuk-header__logo/);
    expect(html).toContain("none of those bodies runs, owns or has endorsed this site");
  });

  it("says where to go: explorer, personas, health, and how to ask from a program", async () => {
    const html = await overview();
    for (const link of ["/explorer", "#personas", "/health/ready"]) {
      expect(html).toContain(`<a class="nhsuk-card__link" href="${link}">`);
    }
    expect(html).toContain("curl http://localhost:4000/graphql");
  });

  it("lists the personas of the demonstration, each with a link that signs in as it", async () => {
    const html = await overview();
    expect(html).toContain("Concerns at category 2 and above");
    expect(html).toContain('href="/explorer?persona=gmc"');
  });

  it("escapes what it is given", async () => {
    const html = await overview();
    expect(html).toContain("Council &lt;of&gt; Tests");
    expect(html).not.toContain("<of>");
  });

  for (const [told, without] of [
    ["names no persona", "gmc"],
    ["shows no demonstration banner", "Demonstration."],
    ["does not tell to print a token", "npm run"],
  ] as const) {
    it(`outside demonstration mode ${told}, even when it was handed some`, async () => {
      expect(await overview({ demonstration: false })).not.toContain(without);
    });
  }

  it("without an issuer of its own offers no sign-in", async () => {
    expect(await overview({ demonstration: false, issuer: null })).not.toContain("sign in in the explorer");
  });
});

describe("every answer of the pages", () => {
  const strict = "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'";

  it("the overview and its assets allow nothing but their own origin", async () => {
    const app = await pages();
    const html = (await app.inject("/")).body;
    const assets = [...html.matchAll(/"(\/assets\/[^"]+)"/g)].map(([, address]) => address ?? "");
    for (const url of ["/", ...assets]) {
      const { statusCode, headers } = await app.inject(url);
      expect(statusCode).toBe(200);
      expect(headers["content-security-policy"]).toBe(strict);
      expect(headers["x-content-type-options"]).toBe("nosniff");
    }
  });

  for (const url of ["/explorer", "/explorer/config.json", "/explorer/assets/index.js"]) {
    it(`${url} allows inline styles for the editor, but no inline script, no eval and no other host`, async () => {
      const { statusCode, headers } = await (await pages()).inject(url);
      const policy = String(headers["content-security-policy"]);
      expect(statusCode).toBe(200);
      expect(policy).toContain("default-src 'self'");
      expect(policy).toContain("style-src 'self' 'unsafe-inline'");
      expect(policy).not.toMatch(/script-src|unsafe-eval|https?:|\*/);
    });
  }
});

describe("the explorer", () => {
  it("has one address, the one that the issuer knows", async () => {
    const { statusCode, headers } = await (await pages()).inject("/explorer/");
    expect([statusCode, headers.location]).toEqual([308, "/explorer"]);
  });

  it("learns from its configuration with whom to sign in, and for which audience", async () => {
    const { headers, body } = await (await pages()).inject("/explorer/config.json");
    expect(headers["cache-control"]).toBe("no-store");
    expect(JSON.parse(body)).toMatchObject({
      issuer: "http://localhost:4000/issuer",
      clientId: "explorer",
      audience: "https://hub.test/graphql",
    });
  });

  it("learns no persona outside demonstration mode", async () => {
    const { body } = await (await pages({ demonstration: false })).inject("/explorer/config.json");
    expect(JSON.parse(body)).toMatchObject({ personas: [] });
  });

  it("does not offer the emergency override as a purpose like the others", async () => {
    const { body } = await (await pages()).inject("/explorer/config.json");
    expect(body).toContain("REGULATION");
    expect(body).not.toContain("BREAK_GLASS");
  });

  for (const url of [
    "/explorer/sources.sha256",
    "/explorer/assets/../sources.sha256",
    "/explorer/assets/%2e%2e/sources.sha256",
    "/explorer/assets/",
    "/assets/../package.json",
    "/assets/nhsuk-logo.svg",
  ]) {
    it(`serves nothing at ${url}`, async () => {
      expect((await (await pages()).inject(url)).statusCode).toBeGreaterThanOrEqual(400);
    });
  }
});
