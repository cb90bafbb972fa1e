/**
 * What the explorer has to know about the hub it runs against, served at /explorer/config.json. Holds nothing secret:
 * anybody may read it before signing in. Types only: the explorer is bundled for the browser and shares them.
 */
import type { Purpose, Role } from "../authorisation/caller.js";

/** A demonstration identity as a reader meets it: who, for whom, and what to expect to see. */
export interface PagePersona {
  /** The name by which one signs in, e.g. `midlands-lead`. */
  readonly name: string;
  readonly displayName: string;
  readonly organisation: string;
  readonly organisationName: string;
  readonly role: Role;
  /** In plain words, without a capital and a full stop: what trying this persona shows. */
  readonly shows: string;
}

export interface ExplorerConfig {
  /** The hub's own issuer, with which the explorer can sign in; null where tokens come from elsewhere. */
  readonly issuer: string | null;
  readonly clientId: string;
  /** Value of `resource` (RFC 8707): the audience for which the access token is asked. */
  readonly audience: string;
  readonly demonstration: boolean;
  readonly personas: readonly PagePersona[];
  readonly purposes: readonly Purpose[];
}
