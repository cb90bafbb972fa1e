/**
 * A report as tables in Markdown, which a terminal shows as well. Times are told in units of one of them and rates
 * as ratios, since neither means anything on another machine.
 */
import type { Report } from "./report.js";

type Cell = string | number | null;

export function reportTables(report: Report): string {
  const { machine, lists, throughput, memory, connections, audit } = report;
  const [small, large] = [report.sizes.small, report.sizes.large].map((size) => size.toLocaleString("en-GB"));
  const unit = lists.find(({ name, persona }) => name === "first page of 20" && persona === "national-lead");
  const inUnits = (milliseconds: number): string => (milliseconds / (unit?.small.median ?? Number.NaN)).toFixed(2);
  const stock = throughput.find(({ relative }) => relative === 1)?.processorMilliseconds ?? null;
  return [
    `${report.recordedOn}, on ${machine.cores} cores and ${machine.memoryGigabytes} GB of memory for all of it: PostgreSQL ${machine.postgres}, the hub, its peers and who asks them. Node.js ${machine.node}, ${machine.platform}.`,
    `Time from request to answer over HTTP, at ${small ?? ""} and at ${large ?? ""} concerns. 1.00 is the median of the national team's first page at ${small ?? ""}.`,
    table(
      ["list", "as", `${small ?? ""}: median`, "p95", `${large ?? ""}: median`, "p95", "times", "at most"],
      lists.map(({ name, persona, small: few, large: many, times, mostTimes }) => [
        ...[name, persona, inUnits(few.median), inUnits(few.p95), inUnits(many.median), inUnits(many.p95)],
        times.toFixed(2),
        mostTimes,
      ]),
    ),
    `The national team's first page at ${small ?? ""} concerns, asked on ${connections} connections. 1.00 is the stock set-up. The processor's time is that of the contestant's own processes for a request, without PostgreSQL.`,
    table(
      ["contestant", "requests a second", "p95", "processor's time"],
      throughput.map(({ name, relative, relativeP95, processorMilliseconds: spent }) => [
        ...[name, relative.toFixed(2), relativeP95.toFixed(2)],
        spent === null || stock === null ? null : (spent / stock).toFixed(2),
      ]),
    ),
    `Nineteen in twenty answers come within ${audit.times.toFixed(2)} times the time that they take without the audit; at most ${audit.mostTimes.toFixed(2)}. Below 1.00 there was no difference that could be told from noise.`,
    "Resident memory of the hub's process with the demonstration data, PostgreSQL not counted.",
    table(
      ["when", "MB", "under"],
      memory.map(({ name, megabytes, mostMegabytes }) => [name, Math.round(megabytes), mostMegabytes]),
    ),
  ].join("\n\n");
}

export function table(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const cells = [head, ...rows.map((row) => row.map((cell) => (cell === null ? "" : String(cell))))];
  const widths = head.map((_, column) => Math.max(3, ...cells.map((row) => row[column]?.length ?? 0)));
  const isFigure = (column: number): boolean =>
    rows.length > 0 && cells.slice(1).every((row) => /^[\d.,]*$/.test(row[column] ?? ""));
  const line = (row: readonly string[]): string =>
    `| ${widths.map((width, column) => (isFigure(column) ? (row[column] ?? "").padStart(width) : (row[column] ?? "").padEnd(width))).join(" | ")} |`;
  const rule = `| ${widths.map((width, column) => (isFigure(column) ? `${"-".repeat(width - 1)}:` : "-".repeat(width))).join(" | ")} |`;
  const [first = [], ...rest] = cells;
  return [line(first), rule, ...rest.map(line)].join("\n");
}
