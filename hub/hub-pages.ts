/** What the hub serves beside the graph: the page at /, the explorer and, in a demonstration, the issuer. */
import type { FastifyPluginAsync } from "fastify";
import { registerPages } from "../dashboard/pages.js";
import { personas } from "../demonstration/personas.js";
import type { Settings } from "../settings/structured-settings.js";
import type { OpenTrustWithIssuer } from "./trust.js";

export function hubPages(
  settings: Settings,
  trust: OpenTrustWithIssuer,
  explorerDirectory: string,
): FastifyPluginAsync {
  const { issuer } = trust;
  return async (app) => {
    if (issuer !== null) {
      // The issuer answers by itself, headers and all; nothing of the request may have been read.
      app.addHook("onRequest", (request, reply, done) => {
        if (!/^\/issuer(\/|\?|$)/.test(request.url)) {
          done();
          return;
        }
        reply.hijack();
        issuer.callback(request.raw, reply.raw);
      });
      app.all("/issuer/*", () => undefined);
    }
    await registerPages(app, {
      explorerDirectory,
      origin: settings.publicUrl,
      issuer: issuer?.issuer ?? null,
      audience: trust.settings.audience,
      demonstration: settings.demonstration,
      personas: settings.demonstration ? personas : [],
    });
  };
}
