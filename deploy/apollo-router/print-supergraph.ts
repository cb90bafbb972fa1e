/** Prints the committed supergraph without its policies, for a router without a licence for them. */
import { readFileSync } from "node:fs";
import { supergraphWithoutPolicies } from "./supergraph-without-policies.js";

const committed = readFileSync(new URL("../../schema/supergraph.graphql", import.meta.url), "utf8");
process.stdout.write(`${supergraphWithoutPolicies(committed)}\n`);
