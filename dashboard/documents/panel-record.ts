/**
 * The record of a regulatory review panel as a document that prints: one page of HTML with its style in it, which loads
 * nothing and runs nothing. It is a client of the graph, asked as its reader; every value is escaped.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRenderPage } from "../render-page.js";

const query = `query PanelRecord($id: ID!) {
  reviewPanel(id: $id) {
    id state version reason purpose mode convenedOn meetsOn heldOn professions
    convenor { code name } providers { code name } regions { code name }
    concerns { reference title category status provider { name } }
    invitations { organisation { code name } state invitedOn answeredOn reason }
    contributions { owner { code name } text contributedOn role }
    attended { code name } atRisk urgency outcomes rationale
    personalData { lawfulBasis whyNecessary }
    dissents { organisation { code name } text recordedOn }
    actions { owner { code name } text dueOn status overdue endedOn note }
    disclosure { tell whom by { code name } on because }
    reviewOn decidedOn recordedBy closedOn
  }
}`;

const style = readFileSync(new URL("./panel-record.css", import.meta.url), "utf8");
const policy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

export interface RecordDocument {
  readonly path: string;
  readonly query: string;
  readonly policy: string;
  readonly render: (data: Readonly<Record<string, unknown>>) => string | undefined;
}

export function panelRecord(): RecordDocument {
  const renderPage = createRenderPage([]);
  return {
    path: "/panels/:id/record",
    query,
    policy,
    render: ({ reviewPanel }) =>
      isRecord(reviewPanel) ? renderPage("panel-record.njk", { panel: reviewPanel, style }) : undefined,
  };
}

/** Who is only invited reads no version, and has no record to read either. */
function isRecord(panel: unknown): panel is object {
  return typeof panel === "object" && panel !== null && (panel as { readonly version?: unknown }).version != null;
}
