/** Message channels of a test's hub, added and removed through the public endpoint. */
import type { TestHub } from "./test-hub.js";
import type { Person } from "./test-issuer.js";

export interface AddedChannel {
  readonly channel: {
    readonly id: string;
    readonly kind: string;
    readonly role: string;
    readonly address: string;
  } | null;
  readonly secret: string | null;
  readonly userErrors: readonly { readonly code: string; readonly field: string | null; readonly message: string }[];
}

export async function addChannel(
  hub: TestHub,
  person: Person,
  input: Readonly<Record<string, unknown>>,
): Promise<AddedChannel> {
  const answer = await hub.as(person).for(
    `mutation Add($input: AddMessageChannelInput!) {
       addMessageChannel(input: $input) {
         channel { id kind role address } secret userErrors { code field message }
       }
     }`,
    { input: { role: person.role, ...input } },
  );
  const added = answer.data?.["addMessageChannel"] as AddedChannel | null | undefined;
  if (added === null || added === undefined) throw new Error(answer.text);
  return added;
}

/** Removes a channel; gives the answer as it came. */
export async function removeChannel(hub: TestHub, person: Person, id: string): Promise<string> {
  const answer = await hub.as(person).for(
    `mutation Remove($input: RemoveMessageChannelInput!) {
       removeMessageChannel(input: $input) { channelId userErrors { code field message } }
     }`,
    { input: { id } },
  );
  return answer.text;
}

export async function channelsOf(hub: TestHub, person: Person): Promise<readonly Record<string, unknown>[]> {
  const answer = await hub.as(person).for("{ messageChannels { id kind role address addedOn } }");
  if (answer.errors.length > 0) throw new Error(answer.text);
  return answer.data?.["messageChannels"] as unknown as Record<string, unknown>[];
}
