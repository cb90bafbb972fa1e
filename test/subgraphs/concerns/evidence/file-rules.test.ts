import { describe, expect, it } from "@jest/globals";
import { actionRefusal } from "../../../../subgraphs/action-rule.js";
import {
  addingEvidence,
  isForTheProvider,
  maySendFiles,
} from "../../../../subgraphs/concerns/evidence/evidence-lifecycle.js";
import { fileName, fileTypeOf, fileTypes, isOfType } from "../../../../subgraphs/concerns/evidence/file-rules.js";

const typeOf = (mediaType: string) => {
  const type = fileTypeOf(mediaType);
  if (type === undefined) throw new Error(mediaType);
  return type;
};
const pdf = typeOf("application/pdf");

describe("a type", () => {
  it.each(["application/pdf", "Application/PDF", "text/csv; charset=utf-8"])("is known as %s", (mediaType) => {
    expect(fileTypeOf(mediaType)).toBeDefined();
  });

  it.each([
    "text/html",
    "image/svg+xml",
    "application/zip",
    "application/x-msdownload",
    "application/vnd.ms-word.document.macroenabled.12",
    "application/octet-stream",
    "",
    "constructor",
  ])("is not %s", (mediaType) => {
    expect(fileTypeOf(mediaType)).toBeUndefined();
  });

  it.each(fileTypes)("$mediaType is what its content says, not its name", (type) => {
    expect(isOfType(type, { isText: type.isText, found: type.isText ? null : type.mediaType })).toBe(true);
    expect(isOfType(type, { isText: !type.isText, found: "application/x-msdownload" })).toBe(false);
  });
});

describe("a name", () => {
  it.each([
    ["rota.pdf", "rota.pdf"],
    ["../../etc/passwd", "passwd.pdf"],
    ["C:\\Users\\lead\\rota.PDF", "rota.pdf"],
    ["rota.exe", "rota.exe.pdf"],
    ["ro\u202Eta\u0000\u200B\r\n.pdf", "rota.pdf"],
    ["   ", "file.pdf"],
    ["..", "file.pdf"],
    [".pdf", "pdf.pdf"],
    ["a  b\tc.pdf", "a b c.pdf"],
    ["\u{1F4C4} ŵythnos.pdf", "\u{1F4C4} ŵythnos.pdf"],
  ])("%j becomes %j", (sent, kept) => {
    expect(fileName(sent, pdf)).toBe(kept);
  });

  it("is bounded, and never cut within a character", () => {
    const kept = fileName("\u{1F4C4}".repeat(500), pdf);
    expect([...kept].length).toBe(124);
    expect(kept.isWellFormed()).toBe(true);
  });
});

describe("evidence", () => {
  it("of the provider is for the provider; of NHS England where it says so", () => {
    expect(isForTheProvider({ relations: ["RESPONSIBLE"] }, false)).toBe(true);
    expect(isForTheProvider({ relations: ["REGIONAL"] }, false)).toBe(false);
    expect(isForTheProvider({ relations: ["REGIONAL"] }, true)).toBe(true);
  });

  it.each(["EDUCATION_PROVIDER", "REPORTED_BY", "REMIT", "SHARED", "HOST", "ICB"] as const)(
    "is not added by %s",
    (relation) => {
      const acting = { role: "QUALITY_LEAD", relations: [relation] } as const;
      expect(actionRefusal(addingEvidence, acting, "IN_PROGRESS")).toBe("NOT_YOURS_TO_DO");
    },
  );

  it.each(["ANALYST", "AUDITOR", "OPERATOR", "GUARDIAN", "MEMBER"])("is not sent by a %s", (role) => {
    expect(maySendFiles(role)).toBe(false);
  });
});
