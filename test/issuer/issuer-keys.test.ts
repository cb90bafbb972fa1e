import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { chmod, mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { issuerKeysFile, loadIssuerKeys, publicKeys } from "../../issuer/issuer-keys.js";

let directory: string;
const file = (): string => join(directory, issuerKeysFile);

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "issuer-keys-"));
});

afterEach(async () => {
  await rm(directory, { recursive: true });
});

describe("the issuer's keys", () => {
  it("are made once and read ever after", async () => {
    expect(await loadIssuerKeys(directory)).toEqual(await loadIssuerKeys(directory));
  });

  it("are the same for processes that start at the same moment, and nothing is left lying about", async () => {
    const [first, ...others] = await Promise.all(Array.from({ length: 8 }, () => loadIssuerKeys(directory)));
    for (const other of others) expect(other).toEqual(first);
    expect(await readdir(directory)).toEqual([issuerKeysFile]);
  });

  it("are closed to others again when their file was opened", async () => {
    await loadIssuerKeys(directory);
    await chmod(file(), 0o644);
    await loadIssuerKeys(directory);
    expect((await stat(file())).mode & 0o777).toBe(0o600);
  });

  it.each(["", "{}", '{"jwks":{"keys":[]},"cookieKeys":["x"]}', '{"jwks":{"keys":[{}]},"cookieKeys":[]}', '{"jwks"'])(
    "are not made anew over a file that holds %j",
    async (text) => {
      await writeFile(file(), text);
      await expect(loadIssuerKeys(directory)).rejects.toMatchObject({ code: "INTERNAL" });
    },
  );

  it("show their public halves only", async () => {
    const { keys } = publicKeys(await loadIssuerKeys(directory));
    expect(keys.map((key) => Object.keys(key).sort())).toEqual([["alg", "e", "kid", "kty", "n", "use"]]);
  });
});
