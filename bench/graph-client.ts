/** Asks a graph over HTTP as its own clients do, on connections that stay open. An answer with errors is a failure. */
import { Agent } from "undici";
import { HubError } from "../errors/hub-error.js";

export interface Question {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

export type Data = Readonly<Record<string, unknown>>;

export interface GraphClient {
  ask(question: Question): Promise<Data>;
  close(): Promise<void>;
}

export function graphHeaders(token: string | null): Record<string, string> {
  return {
    "content-type": "application/json",
    accept: "application/json",
    ...(token !== null && { authorization: `Bearer ${token}` }),
  };
}

/** @param url of the endpoint itself. */
export function createGraphClient(url: string, token: string | null): GraphClient {
  const { origin, pathname } = new URL(url);
  const agent = new Agent({ keepAliveTimeout: 60_000, headersTimeout: 30_000, bodyTimeout: 30_000 });
  const headers = graphHeaders(token);
  return {
    ask: async (question) => {
      const { body } = await agent.request({
        origin,
        path: pathname,
        method: "POST",
        headers,
        body: JSON.stringify(question),
      });
      const { data, errors } = (await body.json()) as { data?: Data | null; errors?: unknown };
      if (data === undefined || data === null || errors !== undefined)
        throw new HubError("INTERNAL", {}, { cause: `${url} answered ${JSON.stringify(errors)}` });
      return data;
    },
    close: () => agent.close(),
  };
}
