/**
 * Which files are taken as evidence, and under which names. A closed list of types, each known by its content; none of
 * them runs code by itself, so formats with macros are not among them. A name is for people: it never becomes a path.
 */
export interface FileType {
  readonly mediaType: string;
  readonly extension: string;
  /** Known by being text and nothing else: the format has no mark of its own. */
  readonly isText: boolean;
}

const office = "application/vnd.openxmlformats-officedocument";

export const fileTypes: readonly FileType[] = [
  { mediaType: "application/pdf", extension: "pdf", isText: false },
  { mediaType: "image/png", extension: "png", isText: false },
  { mediaType: "image/jpeg", extension: "jpg", isText: false },
  { mediaType: `${office}.wordprocessingml.document`, extension: "docx", isText: false },
  { mediaType: `${office}.spreadsheetml.sheet`, extension: "xlsx", isText: false },
  { mediaType: `${office}.presentationml.presentation`, extension: "pptx", isText: false },
  { mediaType: "text/csv", extension: "csv", isText: true },
  { mediaType: "text/plain", extension: "txt", isText: true },
];

export const mostFileBytes = 10 * 1024 * 1024;
/** Uploads of one person that wait to be attached. */
export const mostWaitingUploads = 20;
const longestName = 120;

/** By the media type as it was sent, whatever stands after a semicolon. */
export function fileTypeOf(mediaType: string): FileType | undefined {
  const bare = mediaType.split(";", 1)[0]?.trim().toLowerCase();
  return fileTypes.find((type) => type.mediaType === bare);
}

/** Whether the content is what it was said to be. */
export function isOfType(
  type: FileType,
  content: { readonly isText: boolean; readonly found: string | null },
): boolean {
  return type.isText ? content.isText : content.found === type.mediaType;
}

/**
 * The last part of a path, without what a screen does not show or turns round, bounded, and with the ending of its type.
 */
export function fileName(sent: string, { mediaType, extension }: FileType): string {
  const last = sent.split(/[/\\]/).at(-1) ?? "";
  const plain = last
    .normalize("NFC")
    .replace(/\s+/g, " ")
    .replace(/\p{C}/gu, "")
    .replace(/^[. ]+|[. ]+$/g, "");
  const ending = mediaType === "image/jpeg" ? /\.jpe?g$/i : new RegExp(`\\.${extension}$`, "i");
  const stem = [...plain.replace(ending, "")].slice(0, longestName).join("").trim();
  return `${stem === "" ? "file" : stem}.${extension}`;
}
