import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { hasDuplicateMembers } from "../../authentication/duplicate-members.js";

describe("a member that occurs twice is found", () => {
  it.each([
    ["side by side", '{"a":1,"a":2}'],
    ["with the same value", '{"a":1,"a":1}'],
    ["far apart", '{"a":1,"b":{"c":[1,{"d":2}]},"a":2}'],
    ["with spaces before the colon", '{"a" :1,"a"\n\t:2}'],
    ["escaped", String.raw`{"aud":1,"\u0061ud":2}`],
    ["escaped in two ways", String.raw`{"\/":1,"/":2}`],
    ["in an inner object", '{"x":{"a":1,"a":2}}'],
    ["in an object in an array", '[{"a":1},[{"b":1,"b":2}]]'],
    ["with an empty name", '{"":1,"":2}'],
    ["with a name of a prototype", '{"__proto__":1,"__proto__":2}'],
    ["after a text full of structure", String.raw`{"a":"\"}{\\","a":1}`],
  ])("%s", (_title, json) => {
    expect(hasDuplicateMembers(json)).toBe(true);
  });
});

describe("nothing is found", () => {
  it.each([
    ["in an empty object", "{}"],
    ["in names that differ in case", '{"a":1,"A":2}'],
    ["in equal names of different objects", '{"a":{"a":{"a":1}},"b":[{"a":1},{"a":1}]}'],
    ["in values that look like names", '{"a":"b","c":"b","d":["a","a"],"e":"{\\"a\\":1,\\"a\\":2}"}'],
  ])("%s", (_title, json) => {
    expect(hasDuplicateMembers(json)).toBe(false);
  });

  it("in any value as JSON.stringify writes it", () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), fc.nat(4), (json, indent) => {
        expect(hasDuplicateMembers(JSON.stringify(JSON.parse(json), null, indent))).toBe(false);
      }),
    );
  });
});

it("any member that is written twice is found, whatever surrounds it", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.json({ maxDepth: 4 }), fc.json({ maxDepth: 4 }), (name, one, two) => {
      const member = JSON.stringify(name);
      expect(hasDuplicateMembers(`{${member}:${one},${member}:${two}}`)).toBe(true);
    }),
  );
});
