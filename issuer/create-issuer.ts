/**
 * A real OpenID Connect issuer for demonstrations, in the hub's own process under /issuer: discovery, keys,
 * authorization code with PKCE, and a sign-in page without passwords. `issuerFindings` says when it must not run.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import { createLocalKeySource, type KeySource } from "../authentication/key-source.js";
import type { Persona } from "../demonstration/personas.js";
import { hubResource } from "./hub-resource.js";
import { issuerConfiguration } from "./issuer-configuration.js";
import { loadIssuerKeys, publicKeys } from "./issuer-keys.js";
import { loadProvider } from "./load-provider.js";
import { registerPersonaGrant } from "./persona-grant.js";
import { createSignIn } from "./sign-in.js";

export interface IssuerOptions {
  /** Address under which people reach the hub, without a trailing slash; the issuer is `${publicUrl}/issuer`. */
  readonly publicUrl: string;
  /** Where the keys are kept. */
  readonly dataDirectory: string;
  readonly audience: string;
  readonly personas: readonly Persona[];
  /** Where the explorer may be sent back to; by default `/explorer` and `/` of the hub. */
  readonly redirectUris?: readonly string[];
  /** Told of faults of the issuer itself; people see a plain page. */
  readonly onFault?: (fault: unknown) => void;
}

export interface Issuer {
  /** Exactly the `iss` of its tokens. */
  readonly issuer: string;
  /** Node handler for everything under /issuer. The body must not have been read. */
  readonly callback: (request: IncomingMessage, response: ServerResponse) => void;
  readonly keys: KeySource;
  close(): Promise<void>;
}

/** Exactly the `iss` of the tokens of the hub at the address. */
export function issuerAddress(publicUrl: string): string {
  return new URL(`${publicUrl}/issuer`).href;
}

export async function createIssuer(options: IssuerOptions): Promise<Issuer> {
  const { publicUrl, dataDirectory, audience, personas, onFault = () => undefined } = options;
  const redirectUris = options.redirectUris ?? [`${publicUrl}/explorer`, `${publicUrl}/explorer/`, `${publicUrl}/`];
  const address = new URL(issuerAddress(publicUrl));
  const keys = await loadIssuerKeys(dataDirectory);
  const { default: Provider, errors, interactionPolicy } = await loadProvider();
  const resource = hubResource(audience);
  const policy = interactionPolicy.base();
  const provider = new Provider(
    address.href,
    issuerConfiguration({ issuerPath: address.pathname, keys, personas, resource, redirectUris, policy, errors }),
  );
  // Trusts the X-Forwarded-Proto that `presentAs` writes, and no other.
  provider.proxy = true;
  provider.on("server_error", (_context, fault) => {
    onFault(fault);
  });
  registerPersonaGrant({ provider, personas, resource, errors });
  const returnOrigins = [...new Set(redirectUris.map((uri) => new URL(uri).origin))];
  const signIn = createSignIn({ provider, personas, returnOrigins });
  const answer = provider.callback();

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = presentAs(address, request);
    if (path.startsWith("/sign-in/")) await signIn(request, response, address.pathname + path);
    else await answer(request, response);
  };

  return {
    issuer: address.href,
    callback: (request, response) => {
      handle(request, response).catch((fault: unknown) => {
        onFault(fault);
        if (!response.headersSent)
          response.writeHead(500, { "content-type": "text/plain", "cache-control": "no-store" });
        response.end();
      });
    },
    keys: createLocalKeySource(publicKeys(keys)),
    close: () => {
      provider.removeAllListeners();
      return Promise.resolve();
    },
  };
}

/**
 * The provider builds the addresses that it publishes and redirects to out of the request's own headers. Whatever the
 * request says, it came to the configured address; returns the path below the issuer's.
 */
function presentAs(address: URL, request: IncomingMessage): string {
  const own = Object.entries(request.headers).filter(([name]) => !name.startsWith("x-forwarded-"));
  request.headers = {
    ...Object.fromEntries(own),
    host: address.host,
    "x-forwarded-proto": address.protocol.slice(0, -1),
  };
  const originalUrl = request.url ?? "/";
  const below = originalUrl.startsWith(address.pathname) ? originalUrl.slice(address.pathname.length) : originalUrl;
  request.url = below.startsWith("/") ? below : `/${below}`;
  Object.assign(request, { originalUrl: address.pathname + request.url });
  return request.url.split("?", 1)[0] ?? "/";
}
