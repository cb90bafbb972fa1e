/** Today where the casework happens, whatever the clock of the machine is set to. */
const england = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/London", dateStyle: "short" });

/** An ISO calendar date. */
export function dayInEngland(now: number = Date.now()): string {
  return england.format(now);
}
