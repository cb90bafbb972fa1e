/**
 * Loads oidc-provider. On Node 20 it says on import that it would rather have a later one; it works there, as the
 * tests of the issuer show, and the notice would be the first thing that whoever starts the hub reads.
 */
import type * as ProviderModule from "oidc-provider";

const notice = "Unsupported runtime";

export async function loadProvider(): Promise<typeof ProviderModule> {
  const { warn } = console;
  console.warn = (...message: unknown[]): void => {
    if (!message.some((part) => typeof part === "string" && part.includes(notice))) warn(...message);
  };
  try {
    return await import("oidc-provider");
  } finally {
    console.warn = warn;
  }
}
