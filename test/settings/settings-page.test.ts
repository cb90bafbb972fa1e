import { expect, it } from "@jest/globals";
import { readFileSync } from "node:fs";
import { settingsPage } from "../../settings/settings-page.js";
import { settingsSchema } from "../../settings/settings-schema.js";

it("the committed page of settings is what the code gives", () => {
  expect(readFileSync(new URL("../../docs/settings.md", import.meta.url), "utf8")).toBe(settingsPage());
});

it("every setting has one line on the page, with its default where it has one", () => {
  const lines = settingsPage().split("\n");
  for (const [name, { byDefault }] of Object.entries(settingsSchema)) {
    const [line, ...more] = lines.filter((candidate) => candidate.startsWith(`| \`${name}\` |`));
    expect(more).toEqual([]);
    expect(line).toContain(byDefault === null ? `| \`${name}\` |  |` : `| \`${byDefault}\` |`);
  }
});
