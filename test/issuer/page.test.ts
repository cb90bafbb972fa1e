import { describe, expect, it } from "@jest/globals";
import type { Persona } from "../../demonstration/personas.js";
import { escapeHtml, pageHeaders, problemPage, signInPage } from "../../issuer/page.js";

const hostile = `"><script>alert('x')</script>&`;
const persona: Persona = {
  name: hostile,
  displayName: hostile,
  organisation: hostile,
  organisationName: hostile,
  organisationKind: "OTHER",
  role: "MEMBER",
  otherRoles: [],
  purpose: "EDUCATION_QUALITY",
  shows: hostile,
};

describe("a page", () => {
  it.each([
    ["the sign-in page", signInPage([persona], hostile)],
    ["the problem page", problemPage(hostile)],
  ])("(%s) shows text as text", (_title, html) => {
    expect(html).not.toContain("<script");
    expect(html).toContain(escapeHtml(hostile));
  });

  it("has a language, a title and one main heading", () => {
    const html = signInPage([], "/x");
    expect(html).toContain('<html lang="en-GB">');
    expect(html).toMatch(/<title>Sign in – /);
    expect(html.match(/<h1>/g)).toHaveLength(1);
  });

  it("sends its form to the issuer and to the places where a sign-in may end, nowhere else", () => {
    expect(pageHeaders(["http://localhost:4000"])["content-security-policy"]).toContain(
      "form-action 'self' http://localhost:4000;",
    );
  });
});
