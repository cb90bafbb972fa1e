import { describe, expect, it } from "@jest/globals";
import { createCircuit } from "../../gateway/circuit.js";

describe("a circuit that opens after three failures and pauses for a second", () => {
  function circuit() {
    const clock = { now: 0 };
    return { clock, ...createCircuit(3, 1_000, () => clock.now) };
  }
  const fail = (subject: ReturnType<typeof circuit>, times: number) => {
    for (let time = 0; time < times; time += 1) subject.failed();
  };

  it("stays closed while failures are not in a row", () => {
    const subject = circuit();
    fail(subject, 2);
    subject.succeeded();
    fail(subject, 2);
    expect(subject.admits()).toBe(true);
  });

  it("lets one probe through in each pause", () => {
    const subject = circuit();
    fail(subject, 3);
    expect(subject.admits()).toBe(false);
    subject.clock.now = 1_000;
    expect([subject.admits(), subject.admits()]).toEqual([true, false]);
    subject.clock.now = 2_000;
    expect(subject.admits()).toBe(true);
  });

  it("stays open when the probe fails and closes when it succeeds", () => {
    const subject = circuit();
    fail(subject, 3);
    subject.clock.now = 1_000;
    subject.admits();
    subject.failed();
    expect(subject.admits()).toBe(false);
    subject.clock.now = 2_000;
    subject.admits();
    subject.succeeded();
    expect([subject.admits(), subject.admits()]).toEqual([true, true]);
  });
});
