import { describe, expect, it } from "@jest/globals";
import { loadPageAssets, withoutOutsideFonts } from "../../dashboard/page-assets.js";

describe("the assets of the pages", () => {
  it("lose the font faces that nhsuk-frontend fetches from another host", () => {
    const styles =
      'a{color:red}@font-face{font-family:X;src:url(https://fonts.example/x.woff2)}b{font-family:"X",Arial}';
    expect(withoutOutsideFonts(styles)).toBe('a{color:red}b{font-family:"X",Arial}');
  });

  it("lose the reference to a source map that is not served", () => {
    expect(withoutOutsideFonts("a{b:c}/*# sourceMappingURL=x.css.map */")).toBe("a{b:c}");
  });

  it("name no other host, but for the name space of SVG", async () => {
    for (const { body } of await loadPageAssets()) {
      expect(
        body.match(/(?:https?:)?\/\/[a-z0-9.-]+\.[a-z]+/gi)?.filter((url) => url !== "http://www.w3.org") ?? [],
      ).toEqual([]);
    }
  });

  it("carry the hash of their content in their address, and change it with the content", async () => {
    for (const { url } of await loadPageAssets()) expect(url).toMatch(/^\/assets\/[a-z-]+\.[a-z]+\?v=[0-9a-f]{12}$/);
  });
});
