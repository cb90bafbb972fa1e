/** The settings as rows for people: the README's table, `--help` and the documentation are made from these. */
import { settingsSchema } from "./settings-schema.js";

export interface SettingRow {
  readonly name: string;
  /** Text that would have the same effect as not setting it; null where the purpose says what then holds. */
  readonly byDefault: string | null;
  readonly purpose: string;
}

export function settingsTable(): readonly SettingRow[] {
  return Object.entries(settingsSchema).map(([name, { byDefault, purpose }]) => ({ name, byDefault, purpose }));
}

export function settingsAsMarkdown(): string {
  const lines = settingsTable().map(
    ({ name, byDefault, purpose }) => `| \`${name}\` | ${byDefault === null ? "" : `\`${byDefault}\``} | ${purpose} |`,
  );
  return ["| setting | default | purpose |", "| --- | --- | --- |", ...lines, ""].join("\n");
}
