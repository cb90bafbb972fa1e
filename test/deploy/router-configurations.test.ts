/**
 * The configurations of the routers that no test can run, held against what their makers document. An option that is
 * not written down here has to be looked up first: at the docs of Hive Router, and for Apollo Router in the output of
 * `router config schema`.
 */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { buildASTSchema, parse, printSchema } from "graphql";
import { parse as parseYaml } from "yaml";
import { supergraphWithoutPolicies } from "../../deploy/apollo-router/supergraph-without-policies.js";
import { routerCredentialHeader } from "../../authentication/router-credential.js";
import { subgraphNames } from "../../settings/structured-settings.js";

interface Options {
  readonly [name: string]: unknown;
}

const files = {
  "Hive Router": "deploy/hive-router/router.config.yaml",
  "Apollo Router": "deploy/apollo-router/router.yaml",
} as const;

function optionsOf(file: string): Options {
  return parseYaml(readFileSync(file, "utf8")) as Options;
}

const hiveRouter = optionsOf(files["Hive Router"]);
const apolloRouter = optionsOf(files["Apollo Router"]);

/** Names of options from the top, with `*` for the name of a subgraph. */
const documented: Readonly<Record<keyof typeof files, readonly string[]>> = {
  "Hive Router": [
    "authorization.directives.enabled",
    "cors.enabled",
    "demand_control.enabled",
    "demand_control.mode",
    "demand_control.strategy.static_estimated.list_size",
    "demand_control.strategy.static_estimated.max",
    "error_masking.all.extensions.keys",
    "error_masking.all.extensions.mode",
    "error_masking.redacted_error_message",
    "headers.all.request.insert.expression",
    "headers.all.request.insert.name",
    "headers.all.request.propagate.named",
    "http.graphql_endpoint",
    "http.host",
    "http.port",
    "introspection",
    "laboratory.enabled",
    "limits.max_aliases.n",
    "limits.max_depth.flatten_fragments",
    "limits.max_depth.n",
    "limits.max_directives.n",
    "limits.max_request_body_size",
    "limits.max_tokens.n",
    "log.level",
    "override_subgraph_urls.*.url.expression",
    "query_planner.allow_expose",
    "query_planner.timeout",
    "supergraph.path",
    "supergraph.source",
    "traffic_shaping.all.circuit_breaker.enabled",
    "traffic_shaping.all.circuit_breaker.reset_timeout",
    "traffic_shaping.all.dedupe_enabled",
    "traffic_shaping.all.forward_operation_name",
    "traffic_shaping.all.request_timeout",
    "traffic_shaping.router.dedupe.enabled",
    "traffic_shaping.router.request_timeout",
  ],
  "Apollo Router": [
    "apq.enabled",
    "cors.policies",
    "headers.all.request.operations.insert.name",
    "headers.all.request.operations.insert.value",
    "headers.all.request.operations.propagate.named",
    "health_check.enabled",
    "health_check.listen",
    "health_check.path",
    "homepage.enabled",
    "include_subgraph_errors.all.allow_extensions_keys",
    "include_subgraph_errors.all.redact_message",
    "limits.router.http_max_request_bytes",
    "limits.router.max_recursive_selections",
    "limits.router.parser_max_recursion",
    "limits.router.parser_max_tokens",
    "limits.subgraph.all.http_max_response_size",
    "override_subgraph_url.*",
    "sandbox.enabled",
    "subscription.enabled",
    "supergraph.defer_support",
    "supergraph.introspection",
    "supergraph.listen",
    "supergraph.path",
    "supergraph.redact_query_validation_errors",
    "supergraph.strict_variable_validation",
    "traffic_shaping.all.deduplicate_query",
    "traffic_shaping.all.timeout",
    "traffic_shaping.router.timeout",
  ],
};

function namesIn(options: unknown, above = ""): string[] {
  if (Array.isArray(options) && options.some(isOptions)) return options.flatMap((option) => namesIn(option, above));
  if (!isOptions(options)) return [above];
  return Object.entries(options).flatMap(([name, below]) => {
    const known = subgraphNames.some((subgraph) => subgraph === name) ? "*" : name;
    return namesIn(below, above === "" ? known : `${above}.${known}`);
  });
}

function isOptions(value: unknown): value is Options {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What stands at a place in the options. */
function at(options: Options, place: string): unknown {
  return place.split(".").reduce<unknown>((below, name) => (isOptions(below) ? below[name] : undefined), options);
}

describe.each(Object.entries(files))("the configuration of %s", (router, file) => {
  it("names options that its maker documents, and all that are said of it here", () => {
    const names = [...new Set(namesIn(optionsOf(file)))].sort();
    expect(names).toEqual(documented[router as keyof typeof files]);
  });

  it("finds each subgraph where the environment says, and else where it runs by itself", () => {
    const text = readFileSync(file, "utf8");
    for (const [index, name] of ["CONCERNS", "ORGANISATIONS", "STANDARDS"].entries()) {
      expect(text).toContain(`${name}_URL`);
      expect(text).toContain(`http://127.0.0.1:${4001 + index}/graphql`);
    }
  });
});

const passedOn = ["authorization", "x-purpose-of-use", "x-request-id"];

describe("Hive Router", () => {
  it("passes on what a subgraph needs, shows the credential from the environment, and nothing else", () => {
    expect(at(hiveRouter, "headers.all.request")).toEqual([
      { propagate: { named: passedOn } },
      { insert: { name: routerCredentialHeader, expression: 'env("ROUTER_CREDENTIAL")' } },
    ]);
    expect(at(hiveRouter, "response_extensions")).toBeUndefined();
  });

  it("leaves the policies to the guards, and shares no answer", () => {
    expect(at(hiveRouter, "authorization.directives.enabled")).toBe(false);
    expect(at(hiveRouter, "traffic_shaping.all.dedupe_enabled")).toBe(false);
    expect(at(hiveRouter, "traffic_shaping.router.dedupe.enabled")).toBe(false);
  });
});

describe("Apollo Router", () => {
  it("passes on what a subgraph needs, shows the credential from the environment, and nothing else", () => {
    expect(at(apolloRouter, "headers.all.request.operations")).toEqual([
      ...passedOn.map((named) => ({ propagate: { named } })),
      { insert: { name: routerCredentialHeader, value: "${env.ROUTER_CREDENTIAL}" } },
    ]);
  });

  it("shares no answer", () => {
    expect(at(apolloRouter, "traffic_shaping.all.deduplicate_query")).toBe(false);
  });

  it("asks for nothing that takes a licence", () => {
    const licensed = /^(authentication|authorization|batching|coprocessor|demand_control|persisted_queries)/;
    expect(namesIn(apolloRouter).filter((name) => licensed.test(name))).toEqual([]);
    expect(at(apolloRouter, "subscription.enabled")).toBe(false);
  });

  it("is given the supergraph as it is composed, less the policies", () => {
    const committed = readFileSync("schema/supergraph.graphql", "utf8");
    const derived = supergraphWithoutPolicies(committed);
    expect(committed).toMatch(/@authenticated|@policy/);
    expect(derived).not.toMatch(/@authenticated|@policy|specs\.apollo\.dev\/(authenticated|policy)/);
    const shown = (sdl: string): string =>
      printSchema(buildASTSchema(parse(sdl), { assumeValidSDL: true }))
        .replace(/^directive @(authenticated|policy)\b.*\n\n/gm, "")
        .replace(/^scalar policy__Policy\n\n/m, "");
    expect(shown(derived)).toBe(shown(committed));
    expect(derived.match(/@join__/g)?.length).toBe(committed.match(/@join__/g)?.length);
  });
});
