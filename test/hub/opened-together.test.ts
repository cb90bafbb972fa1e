import { describe, expect, it } from "@jest/globals";
import { openedTogether } from "../../hub/opened-together.js";

describe("parts that are opened together", () => {
  it("are closed in reverse order, once", async () => {
    const closed: string[] = [];
    const whole = await openedTogether((onClose) => {
      for (const part of ["database", "subgraph", "gateway"]) onClose(() => Promise.resolve(closed.push(part)));
      return Promise.resolve({ port: 1 });
    });
    await whole.close();
    await whole.close();
    expect(closed).toEqual(["gateway", "subgraph", "database"]);
  });

  it("are closed as far as they were opened where a later one does not come up", async () => {
    const closed: string[] = [];
    const opening = openedTogether((onClose) => {
      onClose(() => Promise.resolve(closed.push("database")));
      return Promise.reject(new TypeError("no port"));
    });
    await expect(opening).rejects.toThrow("no port");
    expect(closed).toEqual(["database"]);
  });

  it("are all closed where one of them fails to, and that is not kept quiet", async () => {
    const closed: string[] = [];
    const whole = await openedTogether((onClose) => {
      onClose(() => Promise.resolve(closed.push("database")));
      onClose(() => Promise.reject(new TypeError("stuck")));
      return Promise.resolve({});
    });
    await expect(whole.close()).rejects.toMatchObject({ code: "INTERNAL" });
    expect(closed).toEqual(["database"]);
  });
});
