/**
 * Writes who may know of a panel and, through it, of its concerns, in the transaction that changes who attends; and
 * into the stories of its concerns what happened, for those alone who take part.
 */
import { In, type EntityManager } from "typeorm";
import { refreshAccessOf } from "../access/access-index.js";
import type { PlainEventKind } from "../events/event-rules.js";
import { recordHappenings, type Doing } from "../events/record-happenings.js";
import { ConcernRow } from "../concern-tables.js";
import { PanelAccessRow, PanelConcernRow, PanelInvitationRow, type ReviewPanelRow } from "./panel-tables.js";
import { panelRelations } from "./review-panel.js";

export async function refreshPanelAccess(
  manager: EntityManager,
  panel: Pick<ReviewPanelRow, "id" | "state" | "convenor">,
  doing: Doing,
  happened?: PlainEventKind,
): Promise<void> {
  const invitations = await manager.findBy(PanelInvitationRow, { panel: panel.id });
  const rows = [...panelRelations({ ...panel, invitations })].map(([organisation, relation]) => ({
    organisation,
    panel: panel.id,
    relations: [relation],
  }));
  await manager.delete(PanelAccessRow, { panel: panel.id });
  await manager.insert(PanelAccessRow, rows);

  const links = await manager.findBy(PanelConcernRow, { panel: panel.id });
  // In the order of keys, in which the access index is gone through too: two that wait for each other never meet.
  const concerns = await manager.find(ConcernRow, {
    where: { key: In(links.map(({ concern }) => concern)) },
    order: { key: "ASC" },
    lock: { mode: "pessimistic_write" },
  });
  await refreshAccessOf(manager, concerns, doing.today);
  if (happened === undefined) return;
  const audience = rows.filter(({ relations }) => relations.includes("PANEL")).map(({ organisation }) => organisation);
  await recordHappenings(manager, concerns, doing, [{ kind: happened, record: panel.id, audience }]);
}
