/** The page docs/settings.md: the table of settings, and what holds for all of them. */
import { settingsAsMarkdown } from "./settings-table.js";

export function settingsPage(): string {
  return [
    "# Settings",
    "Generated from `settings/settings-schema.ts`: run `npm run document:settings`. Do not edit.",
    "Settings come from the environment and are read once, at the start. Either every one of them is fit, or the hub says all that is wrong at once, one line each, and does not start. An empty setting counts as not set. A message never repeats a value: it may be a secret. A name that begins with `LIMIT_`, `OIDC_` or `WEBHOOK_` and is no setting is refused, since a misspelt limit would be a limit that nobody set.",
    "Where neither `DATABASE_URL` nor `OIDC_ISSUER` is set, the hub runs as a demonstration: it makes the secrets it needs, at random, and keeps them in `HUB_DATA_DIR/secrets`. Outside the demonstration `OIDC_ISSUER`, `OIDC_AUDIENCE`, `ROUTER_CREDENTIAL`, `IDENTITY_KEYS` and `AUDIT_KEYS` are required and never made.",
    settingsAsMarkdown(),
  ].join("\n\n");
}
