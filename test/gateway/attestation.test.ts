import { describe, expect, it } from "@jest/globals";
import { parse } from "graphql";
import { attestationCheck, policiesBySubgraph } from "../../gateway/attestation.js";
import type { GuardAttestation } from "../../gateway/attestation.js";
import { supergraphForApolloGateway } from "../../gateway/supergraph.js";
import { compose, policies, sdlHash } from "./two-subgraphs.js";

const composition = compose();
const attestation = (subgraph: string): GuardAttestation => ({
  subgraph,
  policyVersion: "1",
  sdlHash: sdlHash(subgraph),
  policies: policies[subgraph] ?? [],
  guarded: true,
});
const all = [attestation("concerns"), attestation("organisations")];

describe("the attestations of the guards", () => {
  it("that cover every policy leave nothing to find", () => {
    expect(attestationCheck(composition)(all)).toEqual([]);
  });

  it.each([
    ["a guard that did not answer", all.slice(1), "concerns: its guard has not answered"],
    [
      "a policy that no guard decides",
      [{ ...attestation("concerns"), policies: ["MANAGEMENT"] }, attestation("organisations")],
      "concerns: its guard does not decide NARRATIVE",
    ],
    [
      "another schema than the one composed",
      [{ ...attestation("concerns"), sdlHash: "" }, attestation("organisations")],
      "concerns: runs another schema than the one composed",
    ],
    [
      "guards of two policies",
      [{ ...attestation("concerns"), policyVersion: "2" }, attestation("organisations")],
      "the guards hold different policies: 1, 2",
    ],
  ])("find %s", (_, attestations, finding) => {
    expect(attestationCheck(composition)(attestations)).toEqual([finding]);
  });

  it("find a @policy that the supergraph calls by another name", () => {
    const supergraphSdl = composition.supergraphSdl.replace(/(url: "[^"]*\/policy\/v0.1")/, `$1, as: "rule"`);
    expect(attestationCheck({ ...composition, supergraphSdl })(all)).toContain("the supergraph renames @policy");
  });
});

describe("the policies of a supergraph", () => {
  const supergraph = (types: string) =>
    parse(
      `enum join__Graph { ONE @join__graph(name: "one", url: "") TWO @join__graph(name: "two", url: "") } ${types}`,
    );
  const both = `@join__type(graph: ONE) @join__type(graph: TWO)`;
  it.each([
    [
      "on a field of one subgraph belongs to it",
      `type A ${both} { x: Int @join__field(graph: ONE) @policy(policies: [["P"]]) }`,
      ["P"],
      [],
    ],
    [
      "on a field of every subgraph belongs to each",
      `type A ${both} { x: Int @policy(policies: [["P"]]) }`,
      ["P"],
      ["P"],
    ],
    [
      "on a type belongs to every subgraph that has it",
      `type A ${both} @policy(policies: [["P"], ["Q", "R"]]) { x: Int @join__field(graph: ONE) }`,
      ["P", "Q", "R"],
      ["P", "Q", "R"],
    ],
    [
      "on an interface, an enum or a scalar counts",
      `interface A @join__type(graph: ONE) { x: Int @policy(policies: [["P"]]) } scalar S @join__type(graph: TWO) @policy(policies: [["Q"]]) enum E @join__type(graph: TWO) @policy(policies: [["R"]]) { V }`,
      ["P"],
      ["Q", "R"],
    ],
    ["that is none is ignored", `type A ${both} { x: Int @deprecated }`, [], []],
  ])("one %s", (_, types, one, two) => {
    const found = policiesBySubgraph(supergraph(types));
    expect([[...(found.get("one") ?? [])], [...(found.get("two") ?? [])]]).toEqual([one, two]);
  });
});

describe("the copy for @apollo/gateway", () => {
  const purposes = (text: string) =>
    [...text.matchAll(/@link\(url: "https:\/\/specs.apollo.dev\/(\w+)[^)]*for: (\w+)\)/g)].map(
      ([, spec, purpose]) => `${spec} ${purpose}`,
    );

  it("differs from the supergraph in the purpose of what the guards enforce alone", () => {
    expect(purposes(composition.supergraphSdl)).toEqual([
      "join EXECUTION",
      "authenticated SECURITY",
      "policy SECURITY",
    ]);
    const derived = supergraphForApolloGateway(composition.supergraphSdl);
    expect(purposes(derived)).toEqual(["join EXECUTION"]);
    expect(derived).toContain(`@policy(policies: [["NARRATIVE"]])`);
  });

  it("keeps the purpose of every other specification, so that it is refused", () => {
    const supergraphSdl = composition.supergraphSdl.replace("specs.apollo.dev/policy/", "specs.apollo.dev/context/");
    expect(purposes(supergraphForApolloGateway(supergraphSdl))).toContain("context SECURITY");
  });
});
