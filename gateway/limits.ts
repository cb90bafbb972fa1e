/**
 * Every bound of the public endpoint in one place: how large a request may be, and how long each step may take.
 * The composition root passes them in; nothing in the gateway carries a number of its own for these.
 */
export interface GatewayLimits {
  /** Bytes of a request body. Compressed bodies are refused, so this is the size in memory as well. */
  readonly bodyBytes: number;
  readonly tokens: number;
  /** Brackets of any kind within brackets. */
  readonly nesting: number;
  readonly depth: number;
  readonly aliases: number;
  readonly rootFields: number;
  readonly mutations: number;
  /** Fields and fragments after every spread is written out. */
  readonly selections: number;
  readonly directives: number;
  /** Objects that the operation may ask for, worked out from `first`, `last`, lists of keys and lists without pages. */
  readonly cost: number;
  /** Size counted for a page where the request names none: what the subgraphs then give. */
  readonly usualPage: number;
  /** Length counted for a list that has no pages. */
  readonly usualList: number;
  readonly pageSize: number;
  readonly listItems: number;
  readonly variableDepth: number;
  readonly variableValues: number;
  /** Plans the query planner may weigh up before it takes the best so far: bounds planning time. */
  readonly evaluatedPlans: number;
  /** Operations executed at the same time; more are answered OVERLOADED. */
  readonly operationsInFlight: number;
  /** Of them for one person. */
  readonly operationsOfOne: number;
  readonly subgraphMilliseconds: number;
  readonly operationMilliseconds: number;
  readonly probeMilliseconds: number;
  /** For which a health check tells again what it found. */
  readonly probeHoldsMilliseconds: number;
  /** To send the headers, and to send the whole request. */
  readonly requestMilliseconds: number;
  /** Bytes of a file; the keeper of files has a limit of its own. */
  readonly fileBytes: number;
  /** To send or fetch a file. */
  readonly fileMilliseconds: number;
  /** Files on their way at the same time; more are answered OVERLOADED. */
  readonly filesInFlight: number;
  /** Of them for one person. */
  readonly filesOfOne: number;
  readonly idleConnectionMilliseconds: number;
  /** To finish what is in flight once the gateway is told to stop. */
  readonly drainMilliseconds: number;
  /** Failures in a row after which a subgraph is left alone, and for how long before one call probes it. */
  readonly circuitFailures: number;
  readonly circuitMilliseconds: number;
  /** Admitted documents kept, in tokens: a parsed token takes up to 500 bytes, so 100,000 of them 50 MB. */
  readonly cachedTokens: number;
  /** Query plans kept, in MiB of their JSON. */
  readonly cachedPlanMebibytes: number;
}

export const defaultLimits: GatewayLimits = {
  bodyBytes: 128 * 1024,
  tokens: 2_000,
  nesting: 60,
  depth: 10,
  aliases: 20,
  rootFields: 10,
  mutations: 1,
  selections: 1_000,
  directives: 20,
  cost: 10_000,
  usualPage: 20,
  usualList: 8,
  pageSize: 100,
  listItems: 100,
  variableDepth: 10,
  variableValues: 2_000,
  evaluatedPlans: 1_000,
  operationsInFlight: 256,
  operationsOfOne: 64,
  subgraphMilliseconds: 3_000,
  operationMilliseconds: 10_000,
  probeMilliseconds: 1_000,
  probeHoldsMilliseconds: 1_000,
  requestMilliseconds: 10_000,
  fileBytes: 10 * 1024 * 1024,
  fileMilliseconds: 60_000,
  filesInFlight: 32,
  filesOfOne: 8,
  idleConnectionMilliseconds: 65_000,
  drainMilliseconds: 10_000,
  circuitFailures: 5,
  circuitMilliseconds: 1_000,
  cachedTokens: 100_000,
  cachedPlanMebibytes: 10,
};
