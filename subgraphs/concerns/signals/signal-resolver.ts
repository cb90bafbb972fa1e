/** Emerging signals in the graph, for bodies of the Emerging Concerns Protocol; for others there are none. */
import { Arg, Ctx, Int, Resolver } from "type-graphql";
import { HubError } from "../../../errors/hub-error.js";
import { Carrier, CarrierQuery, PlainType } from "../../annotations.js";
import type { SubgraphContext } from "../../subgraph-context.js";
import { protocolLimits } from "../casework-references.js";
import { Organisation } from "../federated-stubs.js";
import { emergingSignals, signalRefusal } from "./emerging-signals.js";
import { readTallies } from "./signal-reader.js";

@PlainType("EmergingSignal", {
  description:
    "A place about which several bodies of the protocol each hold something. It is not told which, nor what.",
})
export class EmergingSignal {
  @Carrier(() => Organisation, { description: "The provider." })
  place!: Organisation;

  @Carrier(() => Int, { description: "How many bodies; NHS England with all its offices is one." })
  bodies!: number;

  @Carrier(() => Organisation, {
    nullable: true,
    description: "Whom to call, whoever the bodies are: NHS England's region, whose quality team is told under it.",
  })
  call!: Organisation | null;
}

const refused = {
  TOO_FEW_BODIES: { field: "minimumBodies", problem: "fewer bodies than this are no signal" },
  NOT_AN_OFFERED_PERIOD: { field: "withinDays", problem: "not a period that is offered" },
} as const;

@Resolver()
export class SignalResolver {
  @CarrierQuery(() => [EmergingSignal], {
    description: "Places about which several bodies each hold something; for bodies of the protocol.",
    argumentClasses: { minimumBodies: "INTELLIGENCE", withinDays: "INTELLIGENCE" },
  })
  async emergingSignals(
    @Arg("minimumBodies", () => Int, { defaultValue: 2, description: "At least so many bodies; two or more." })
    minimumBodies: number,
    @Arg("withinDays", () => Int, { defaultValue: 365, description: "Within so many days: 90, 180, 365 or 730." })
    withinDays: number,
    @Ctx() context: SubgraphContext,
  ): Promise<EmergingSignal[]> {
    const [question, limits] = [{ minimumBodies, withinDays }, protocolLimits().signals];
    const refusal = signalRefusal(question, limits);
    if (refusal !== undefined) throw new HubError("BAD_USER_INPUT", refused[refusal]);
    const signals = emergingSignals(await readTallies(context, withinDays), question, limits);
    return signals.map(({ place, bodies, call }) => ({
      place: { code: place },
      bodies,
      call: call === null ? null : { code: call },
    }));
  }
}
