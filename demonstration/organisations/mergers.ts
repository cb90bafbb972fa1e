/** Invented mergers: which trust became part of which, and the successor's first day. */

export interface Merger {
  readonly predecessor: string;
  readonly successor: string;
  readonly on: string;
}

export const mergers: readonly Merger[] = [
  { predecessor: "ZZO01", successor: "ZZG01", on: "2024-10-01" },
  { predecessor: "ZZP01", successor: "ZZQ01", on: "2025-04-01" },
];
