/** Pages of review panels, and of the actions that an organisation has outstanding. */
import { ArgsType, Field } from "type-graphql";
import { connectionType, PageArguments, pageOf, pageSize, type Connection } from "../../connection.js";
import { cursorsFor } from "../../cursor.js";
import type { SubgraphContext } from "../../subgraph-context.js";
import { PanelState } from "./panel-codes.js";
import { PanelAction } from "./panel-parts.js";
import {
  countOwnActions,
  countPanels,
  readOwnActions,
  readPanelPage,
  type PanelActionRecord,
  type PanelRecord,
  type PanelSelection,
} from "./panel-reader.js";
import { ReviewPanel } from "./panel-record.js";

export const PanelConnection = connectionType("ReviewPanel", () => ReviewPanel);
export const PanelActionConnection = connectionType("PanelAction", () => PanelAction);

@ArgsType()
export class PanelListArguments extends PageArguments {
  @Field(() => Boolean, {
    nullable: true,
    description: "True: panels that your organisation convened. False: those that others did.",
  })
  mine?: boolean | null;

  @Field(() => [PanelState], { nullable: true, description: "Any of these states." })
  state?: PanelState[] | null;
}

export const panelListClasses = { mine: "DELIBERATION:invitation", state: "DELIBERATION:invitation" } as const;

@ArgsType()
export class ActionListArguments extends PageArguments {
  @Field(() => Boolean, { nullable: true, description: "True: those after their date. False: the others." })
  overdue?: boolean | null;
}

export const actionListClasses = { overdue: "DELIBERATION" } as const;

export async function panelPage(
  context: SubgraphContext,
  { mine, state, first, after }: PanelListArguments,
): Promise<Connection<PanelRecord>> {
  const size = pageSize({ first: first ?? null });
  const selection: PanelSelection = {
    state: state ?? null,
    convenor: mine === undefined || mine === null ? null : { is: mine, organisation: context.caller.organisation },
  };
  const cursors = cursorsFor(context.cursorKey, context.caller, ["reviewPanels", selection]);
  const start = { size, after: cursors.start(after) };
  return pageOf(await readPanelPage(context, selection, start), size, {
    after,
    cursorOf: ({ convenedOn, id }) => cursors.seal({ value: String(convenedOn), key: id }),
    count: () => countPanels(context, selection),
  });
}

export async function ownActionPage(
  context: SubgraphContext,
  { overdue = null, first, after }: ActionListArguments,
): Promise<Connection<PanelActionRecord>> {
  const size = pageSize({ first: first ?? null });
  const cursors = cursorsFor(context.cursorKey, context.caller, ["myActions", overdue]);
  const start = { size, after: cursors.start(after) };
  return pageOf(await readOwnActions(context, overdue, start), size, {
    after,
    cursorOf: ({ dueOn, id }) => cursors.seal({ value: String(dueOn), key: id }),
    count: () => countOwnActions(context, overdue),
  });
}
