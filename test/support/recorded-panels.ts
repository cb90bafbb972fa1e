/** What is recorded of review panels, in the shape of the graph as those see it who attend. */
import { organisation, text, type ReadRows, type Row, type Tree } from "./recorded-truth.js";

/** Whom the access world's place and profession suggest to its convenor, written down from the directory. */
const suggested: readonly Tree[] = [
  { organisation: { code: "CQC" }, because: "SETTING", professions: [] },
  { organisation: { code: "GMC" }, because: "PROFESSION", professions: ["DOCTOR"] },
];

/** The panels on a concern, by its key, newest first. */
export async function panelsOn(rowsOf: ReadRows, today: string): Promise<(concern: string) => Tree[]> {
  const links = await rowsOf("panel_concern", "leads desc", "concern");
  const panels = await rowsOf("review_panel", "convened_on desc, id", "id");
  const concerns = await rowsOf("concern", "key", "key");
  const invitations = await rowsOf("panel_invitation", "organisation", "id");
  const contributions = await rowsOf("panel_contribution", "sequence", "id");
  const dissents = await rowsOf("panel_dissent", "sequence", "id");
  const actions = await rowsOf("panel_action", "due_on, id", "id");
  const of = (rows: readonly Row[], { id }: Row): Row[] => rows.filter(({ panel }) => panel === id);

  return (key) =>
    panels
      .filter((panel) => of(links, panel).some(({ concern }) => concern === key))
      .map((panel) => ({
        ...panelFields(panel),
        concerns: of(links, panel).map(({ concern }) => ({
          id: concerns.find((row) => row["key"] === concern)?.["id"],
        })),
        suggestedInvitees: suggested.filter(
          (body) =>
            !of(invitations, panel).some(({ organisation: code }) => code === (body["organisation"] as Tree)["code"]),
        ),
        invitations: of(invitations, panel).map((row) => ({
          id: row["id"],
          organisation: organisation(row["organisation"]),
          state: row["state"],
          invitedOn: row["invited_on"],
          answeredOn: row["answered_on"],
          reason: row["reason"],
        })),
        contributions: of(contributions, panel).map((row) => ({
          id: row["id"],
          owner: organisation(row["owner"]),
          text: row["text"],
          contributedOn: row["contributed_on"],
          role: row["by_role"],
        })),
        dissents: of(dissents, panel).map((row) => ({
          id: row["id"],
          organisation: organisation(row["organisation"]),
          text: row["text"],
          recordedOn: row["recorded_on"],
        })),
        actions: of(actions, panel).map((row) => ({
          id: row["id"],
          owner: organisation(row["owner"]),
          text: row["text"],
          dueOn: row["due_on"],
          status: row["status"],
          overdue: row["status"] === "AGREED" && text(row["due_on"]) < today,
          endedOn: row["ended_on"],
          note: row["note"],
          panel: { id: panel["id"] },
        })),
      }));
}

function panelFields(row: Row): Tree {
  const bodies = (column: string): (Tree | null)[] | null =>
    row[column] == null ? null : (row[column] as string[]).map((code) => organisation(code));
  return {
    id: row["id"],
    state: row["state"],
    convenor: organisation(row["convenor"]),
    convenedOn: row["convened_on"],
    reason: row["reason"],
    purpose: row["purpose"],
    mode: row["mode"],
    meetsOn: row["meets_on"],
    providers: bodies("providers"),
    regions: bodies("regions"),
    professions: row["professions"],
    version: row["version"],
    heldOn: row["held_on"],
    attended: bodies("attended"),
    atRisk: row["at_risk"],
    urgency: row["urgency"],
    outcomes: row["outcomes"],
    rationale: row["rationale"],
    personalData: row["personal_data"],
    disclosure: disclosure(row["disclosure"] as Tree | null),
    reviewOn: row["review_on"],
    decidedOn: row["decided_on"],
    recordedBy: row["decided_by_role"],
    closedOn: row["closed_on"],
  };
}

function disclosure(recorded: Tree | null): Tree | null {
  if (recorded === null) return null;
  const { tell, whom = null, by, on = null, because = null } = recorded;
  return { tell, whom, by: organisation(by as string | undefined), on, because };
}

/** Those who took part in a panel when something happened there: at its beginning the convenor alone. */
export function bodiesAt(kind: string, panel: Tree | undefined): unknown[] {
  if (panel === undefined) return [];
  const accepted = (panel["invitations"] as Tree[]).filter(({ state }) => state === "ACCEPTED");
  const others = kind === "PANEL_CONVENED" ? [] : accepted.map(({ organisation: body }) => body);
  return [panel["convenor"], ...others].map((body) => (body as Tree)["code"]);
}
