/**
 * The sign-in step of the authorization code flow: shows the personas, takes the choice, hands it to the provider.
 * The provider ties the step to the browser that began it by a signed cookie, so a form posted from elsewhere is void.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import type Provider from "oidc-provider";
import type { Persona } from "../demonstration/personas.js";
import { pageHeaders, problemPage, signInPage } from "./page.js";

export interface SignInDependencies {
  readonly provider: Provider;
  readonly personas: readonly Persona[];
  /** Origins to which a finished sign-in may lead. */
  readonly returnOrigins: readonly string[];
}

export type SignIn = (request: IncomingMessage, response: ServerResponse, action: string) => Promise<void>;

const longestForm = 1024;

export function createSignIn({ provider, personas, returnOrigins }: SignInDependencies): SignIn {
  const headers = pageHeaders(returnOrigins);
  const respond = (response: ServerResponse, status: number, html: string): void => {
    response.writeHead(status, headers).end(html);
  };

  return async (request, response, action) => {
    if (request.method !== "GET" && request.method !== "POST") {
      response.setHeader("allow", "GET, POST");
      respond(response, 405, problemPage("This page is read or its form is sent, nothing else."));
      return;
    }
    const interaction = await provider.interactionDetails(request, response).catch(() => undefined);
    if (interaction === undefined || !action.endsWith(`/${interaction.uid}`)) {
      respond(response, 400, problemPage("This sign-in has run out. Go back to where you came from and start again."));
      return;
    }
    if (request.method === "GET") {
      respond(response, 200, signInPage(hintedFirst(personas, interaction.params["login_hint"]), action));
      return;
    }
    const chosen = await readPersonaName(request);
    const persona = personas.find(({ name }) => name === chosen);
    if (persona === undefined) {
      respond(response, 400, problemPage("Nobody of that name takes part in the demonstration."));
      return;
    }
    const login = { accountId: persona.name };
    const resume = await provider.interactionResult(request, response, { login });
    await leaveFormerPart(provider, interaction.session);
    response.writeHead(303, { location: resume, "cache-control": "no-store" }).end();
  };
}

/** Whoever came by a link to sign in as somebody finds that persona on top (OpenID Connect Core 1.0, 3.1.2.1). */
function hintedFirst(personas: readonly Persona[], hint: unknown): readonly Persona[] {
  return [...personas.filter(({ name }) => name === hint), ...personas.filter(({ name }) => name !== hint)];
}

/** Otherwise the provider would put a sign-out page, which needs JavaScript, between one persona and the next. */
async function leaveFormerPart(provider: Provider, former: { readonly cookie: string } | undefined): Promise<void> {
  const session = former && (await provider.Session.find(former.cookie));
  if (session === undefined) return;
  session.accountId = undefined;
  await session.persist();
}

async function readPersonaName(request: IncomingMessage): Promise<string | undefined> {
  let form = "";
  request.setEncoding("utf8");
  for await (const chunk of request) {
    form += String(chunk);
    if (form.length > longestForm) return undefined;
  }
  return new URLSearchParams(form).get("persona") ?? undefined;
}
