/** Counts of guardians in the graph: from published quarters, for a guardian over what is theirs. */
import { Arg, Ctx, Int, Resolver } from "type-graphql";
import { HubError } from "../../../errors/hub-error.js";
import { Carrier, CarrierQuery, PlainType } from "../../annotations.js";
import { enumOfWords } from "../../described-enum.js";
import type { SubgraphContext } from "../../subgraph-context.js";
import { speakingUp } from "../casework-references.js";
import { Organisation } from "../federated-stubs.js";
import { noMember } from "../statistics/facts-reader.js";
import { quarterShape } from "../statistics/quarter.js";
import { readQuarters, readSnapshots } from "../statistics/statistics-reader.js";
import { elementsFor, type GuardianScope } from "./guardian-counts.js";
import { readGuardianCounts } from "./guardian-counts-reader.js";

const elements = enumOfWords("SpeakingUpElement", "What people speak up about. A concern may be of several.", {
  PATIENT_SAFETY: "Patient safety or quality.",
  WORKER_SAFETY: "Safety or wellbeing of workers and learners.",
  BULLYING: "Bullying or harassment.",
  ATTITUDES: "Inappropriate attitudes or behaviours.",
  DETRIMENT: "Detriment after speaking up; counted by region alone, for a provider never learns of one.",
});

@PlainType("GuardianCount", { description: "How often people spoke up about one element, at one body." })
export class GuardianCount {
  @Carrier(() => Organisation, { description: "The provider or region." })
  organisation!: { readonly code: string };

  @Carrier(() => elements, { description: "What it was about." })
  element!: string;

  @Carrier(() => Int, { nullable: true, description: "Rounded to the nearest 5; null where it is suppressed." })
  value!: number | null;

  @Carrier(() => Boolean, {
    description: "Whether it is withheld: because it is small, or would give another one away.",
  })
  suppressed!: boolean;
}

@PlainType("GuardianCounts", { description: "What people spoke up about in one quarter, as it was published." })
export class GuardianCounts {
  @Carrier(() => String, { description: "The quarter, such as `2026-Q3`." })
  quarter!: string;

  @Carrier(() => [GuardianCount], { description: "By organisation and element, those that are 0 too." })
  counts!: readonly GuardianCount[];
}

@Resolver()
export class GuardianCountsResolver {
  @CarrierQuery(() => GuardianCounts, {
    nullable: true,
    description:
      "Counts of concerns by people who spoke up: for a guardian of a trust over the trust, of a region over the region, and nationally by region. Null for everybody else, and where the quarter was not published.",
    argumentClasses: { period: "PUBLIC" },
  })
  async guardianCounts(
    @Arg("period", () => String, {
      nullable: true,
      description: "A quarter, such as `2026-Q3`; by default the last one that was published.",
    })
    period: string | null | undefined,
    @Ctx() context: SubgraphContext,
  ): Promise<GuardianCounts | null> {
    if (typeof period === "string" && !quarterShape.test(period))
      throw new HubError("BAD_USER_INPUT", { field: "period", problem: "must be a quarter, such as 2026-Q3" });
    const { caller } = context;
    if (caller.role !== "GUARDIAN") return null;
    const wanted = period ?? (await readSnapshots(context))[0]?.lastQuarter ?? "";
    const [published] = await readQuarters(context, wanted, wanted);
    if (published === undefined) return null;

    const isNational = caller.organisationKind === "NATIONAL_BODY";
    const scope: GuardianScope = isNational || caller.organisationKind === "REGION" ? "REGION" : "PROVIDER";
    const regions = published.members.REGION.filter((code) => code !== noMember);
    const bodies = isNational ? regions : [caller.organisation];
    const rows = await readGuardianCounts(context, wanted);
    const values = new Map(rows.map(({ body, element, value }) => [`${body} ${element}`, value]));
    return {
      quarter: wanted,
      counts: bodies.flatMap((code) =>
        elementsFor(scope, speakingUp().elements).map(({ code: element }) => {
          const value = values.get(`${code} ${element}`);
          return {
            organisation: { code },
            element,
            value: value === undefined ? 0 : value,
            suppressed: value === null,
          };
        }),
      ),
    };
  }
}
