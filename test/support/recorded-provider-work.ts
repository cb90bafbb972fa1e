/** What is recorded of the provider's own work on a concern, in the shape of the graph. */
import type { Row, Tree } from "./recorded-truth.js";

export function plannedAction(row: Row, today: string): Tree {
  const dueOn = row["due_on"];
  return {
    id: row["id"],
    text: row["text"],
    detail: row["detail"],
    owner: row["owner"],
    plannedOn: row["planned_on"],
    dueOn,
    status: row["status"],
    overdue: row["status"] === "OPEN" && typeof dueOn === "string" && dueOn < today,
    completedOn: row["completed_on"],
    droppedOn: row["dropped_on"],
    outcome: row["outcome"],
    requirement: row["requirement"] == null ? null : { id: row["requirement"] },
  };
}

export function evidenceFields(row: Row): Tree {
  return {
    id: row["id"],
    name: row["name"],
    mediaType: row["media_type"],
    sha256: row["sha256"],
    size: row["size"],
    description: row["description"],
    requirement: row["requirement"] == null ? null : { id: row["requirement"] },
    addedOn: row["added_on"],
    addedBy: { code: row["added_by"] },
    releasedOn: row["released_on"],
    downloadPath: typeof row["id"] === "string" ? `/evidence/${row["id"]}` : null,
    contentKey: row["content_key"],
  };
}
