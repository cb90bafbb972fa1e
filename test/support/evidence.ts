/** Files on concerns, for tests: sent, attached and fetched through the public endpoint, as a client would. */
import { done } from "./casework.js";
import * as people from "./people.js";
import type { TestHub } from "./test-hub.js";
import type { Person } from "./test-issuer.js";

export interface SentFile {
  readonly name?: string;
  readonly mediaType?: string;
  readonly content?: Buffer | ReadableStream | string;
}

export interface FileAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Buffer;
  readonly json: {
    readonly file?: { readonly upload: string; readonly name: string; readonly size: number; readonly sha256: string };
    readonly errors?: readonly { readonly extensions: Readonly<Record<string, unknown>> }[];
  };
}

type Place = Pick<TestHub, "url" | "issuer">;

export const aPdf = Buffer.from("%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");

async function exchange(place: Place, person: Person, path: string, init: RequestInit): Promise<FileAnswer> {
  const authorization = `Bearer ${await place.issuer.tokenFor(person)}`;
  const response = await fetch(`${place.url}${path}`, { ...init, headers: { authorization, ...init.headers } });
  const bytes = Buffer.from(await response.arrayBuffer());
  const isJson = response.headers.get("content-type")?.startsWith("application/json") === true;
  const json = (isJson ? JSON.parse(bytes.toString()) : {}) as FileAnswer["json"];
  return { status: response.status, headers: response.headers, bytes, json };
}

export function sendFile(place: Place, person: Person, sent: SentFile = {}): Promise<FileAnswer> {
  const { name = "rota.pdf", mediaType = "application/pdf", content = aPdf } = sent;
  const init = {
    method: "POST",
    headers: { "content-type": mediaType, "x-file-name": encodeURIComponent(name) },
    body: content,
    duplex: "half",
  };
  return exchange(place, person, "/files", init as RequestInit);
}

export function fetchFile(place: Place, person: Person, id: string): Promise<FileAnswer> {
  return exchange(place, person, `/evidence/${id}`, {});
}

/** Sends a file that has to be taken, and gives what it is attached by. */
export async function uploaded(place: Place, person: Person, sent: SentFile = {}): Promise<string> {
  const { status, json } = await sendFile(place, person, sent);
  if (status !== 201 || json.file === undefined) throw new Error(JSON.stringify(json));
  return json.file.upload;
}

export interface ShownEvidence {
  readonly id: string;
  readonly name: string;
}

/** All of it, as NHS England sees it. */
export async function evidenceOn(
  hub: TestHub,
  concern: string,
  person = people.aRegionalLead,
): Promise<ShownEvidence[]> {
  const answer = await hub
    .as(person)
    .for("query Read($id: ID!) { concern(id: $id) { evidence { id name } } }", { id: concern });
  return (answer.data?.["concern"] as unknown as { evidence: ShownEvidence[] | null }).evidence ?? [];
}

/** Sends a file and attaches it; gives its id. */
export async function evidenceAdded(
  hub: TestHub,
  person: Person,
  concern: string,
  { name = "rota.pdf", ...more }: Readonly<Record<string, unknown>> & { readonly name?: string } = {},
): Promise<string> {
  const upload = await uploaded(hub, person, { name });
  await done(hub, person, "addEvidence", { id: concern, upload, ...more });
  return (await evidenceOn(hub, concern)).find((each) => each.name === name)?.id ?? "";
}

/** From the provider for a requirement; from NHS England kept, and released. */
export async function someEvidence(hub: TestHub, id: string, requirementId: string): Promise<void> {
  const described = { description: "Who is on duty." };
  await evidenceAdded(hub, people.aProviderLead, id, { ...described, name: "provider.pdf", requirementId });
  await evidenceAdded(hub, people.aRegionalLead, id, { ...described, name: "kept.pdf" });
  await evidenceAdded(hub, people.aRegionalLead, id, { ...described, name: "released.pdf", release: true });
}
