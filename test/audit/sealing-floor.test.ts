/** The floor of the sealer never rises above the number of an entry that may still be committed. */
import { describe, expect, it } from "@jest/globals";
import { risen, settledAt, type Floor, type Moment } from "../../audit/sealing-floor.js";

const sealed = (floor: Floor, now: Moment, last: number | null = null): Floor => risen(settledAt(floor, now), last);
const ground = (number: number): Floor => ({ number, mark: null });
const nobodyWrites = (issued: number): Moment => ({ issued, writers: [] });

describe("the floor", () => {
  it("rises to what had been given out, where nobody was writing", () => {
    expect(sealed(ground(0), nobodyWrites(40))).toEqual(ground(40));
  });

  it("stays while somebody writes who was writing at the first look, whoever has come since", () => {
    const first = sealed(ground(10), { issued: 40, writers: ["3/7"] });
    expect(first.number).toBe(10);
    const second = sealed(first, { issued: 90, writers: ["3/7", "4/1"] });
    expect(second).toEqual({ number: 10, mark: { issued: 40, writers: ["3/7"] } });
  });

  it("rises to what had been given out at that look, once those have ended, and waits for those who write now", () => {
    const first = sealed(ground(10), { issued: 40, writers: ["3/7"] });
    const now = { issued: 90, writers: ["4/1"] };
    expect(sealed(first, now)).toEqual({ number: 40, mark: now });
  });

  it("rises no further than the batch has come", () => {
    expect(sealed(ground(0), nobodyWrites(10_000), 500)).toEqual(ground(500));
  });

  it("stays below what a batch has sealed beyond those that are waited for", () => {
    const first = sealed(ground(0), { issued: 40, writers: ["3/7"] }, 500);
    expect(sealed(first, { issued: 900, writers: ["4/1"] }, 800).number).toBe(40);
  });

  it("never falls", () => {
    expect(sealed(ground(40), nobodyWrites(40), 12).number).toBe(40);
  });
});
