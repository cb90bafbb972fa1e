/**
 * Fetching a file is a question to the graph like any other: the name that the content is kept under is a field, so
 * the guard and the masked view decide, and it is in the audit before there is anything to send.
 */
export const downloadOperation = "FetchEvidence";
export const downloadDocument = `query ${downloadOperation}($id: ID!) {
  evidence(id: $id) { name mediaType size contentKey }
}`;

export interface FileAllowed {
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly contentKey: string;
}

/** Undefined for what is hidden, what is withheld and what never was: outside, these are one. */
export function fileAllowed(data: Readonly<Record<string, unknown>> | null | undefined): FileAllowed | undefined {
  const evidence = data?.["evidence"] as Readonly<Record<string, unknown>> | null | undefined;
  const { name, mediaType, size, contentKey } = evidence ?? {};
  const isAllowed =
    typeof name === "string" &&
    typeof mediaType === "string" &&
    typeof size === "number" &&
    typeof contentKey === "string";
  return isAllowed ? { name, mediaType, size, contentKey } : undefined;
}
