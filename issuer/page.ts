/**
 * The few pages of the demonstration issuer: plain HTML that works without JavaScript and asks nothing of any other
 * host. Everything that is put into a page passes through `escapeHtml`.
 */
import { createHash } from "node:crypto";
import type { Persona } from "../demonstration/personas.js";

const style = `
body { font: 1.1875rem/1.4 Arial, sans-serif; color: #212b32; background: #f0f4f5; margin: 0; }
header { background: #003087; color: #fff; padding: 1rem; }
main { max-width: 44rem; margin: 0 auto; padding: 1rem; }
.banner { border-left: 0.5rem solid #005eb8; background: #fff; padding: 0.75rem 1rem; }
ul { list-style: none; padding: 0; }
li { background: #fff; border: 1px solid #aeb7bd; padding: 1rem; margin: 0 0 0.75rem; }
li p { margin: 0.25rem 0 0.75rem; }
h2 { font-size: 1.1875rem; margin: 0; }
button { font: inherit; font-weight: bold; color: #fff; background: #005eb8; border: 2px solid #005eb8; padding: 0.5rem 1rem; cursor: pointer; }
button:hover { background: #003087; }
button:focus { background: #ffeb3b; color: #212b32; border-color: #212b32; outline: 0; }
`;

const styleHash = createHash("sha256").update(style).digest("base64");

/** `form-action` is checked along the whole redirect chain, so it names the places that a sign-in may end at. */
export function pageHeaders(formTargets: readonly string[]): Readonly<Record<string, string>> {
  return {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": [
      "default-src 'none'",
      `style-src 'sha256-${styleHash}'`,
      `form-action ${["'self'", ...formTargets].join(" ")}`,
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ].join("; "),
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
  };
}

export function signInPage(personas: readonly Persona[], action: string): string {
  return page(
    "Sign in",
    `<h1>Sign in to the demonstration</h1>
<p class="banner">The people, providers and concerns in this demonstration are invented. There is no password.</p>
<form method="post" action="${escapeHtml(action)}">
<ul>
${personas.map(personaItem).join("\n")}
</ul>
</form>`,
  );
}

function personaItem({ name, displayName, organisationName, organisation, role, shows }: Persona): string {
  const id = escapeHtml(`persona-${name}`);
  return `<li>
<h2 id="${id}">${escapeHtml(displayName)}, ${escapeHtml(roleInWords(role))}</h2>
<p>${escapeHtml(organisationName)} (${escapeHtml(organisation)}). Shows ${escapeHtml(shows)}.</p>
<button name="persona" value="${escapeHtml(name)}" aria-describedby="${id}">Sign in as ${escapeHtml(name)}</button>
</li>`;
}

export function problemPage(problem: string): string {
  return page("Not signed in", `<h1>You are not signed in</h1>\n<p>${escapeHtml(problem)}</p>`);
}

function page(title: string, main: string): string {
  return `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} – Quality Concerns Hub</title>
<style>${style}</style>
</head>
<body>
<header>Quality Concerns Hub: demonstration</header>
<main>
${main}
</main>
</body>
</html>
`;
}

/** `QUALITY_LEAD` -> `quality lead`. */
function roleInWords(role: string): string {
  return role.toLowerCase().replaceAll("_", " ");
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? "");
}
