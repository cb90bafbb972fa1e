/** A leak that is planted on purpose: changes of the project that a test run makes on its way to jest. */
export interface Fault {
  /** In the project; `find` is in it once. */
  readonly file: string;
  readonly find: string;
  readonly put: string;
}

export interface PlantedLeak {
  readonly name: string;
  readonly faults: readonly Fault[];
}

export const leak = (name: string, ...faults: readonly (readonly [file: string, find: string, put: string])[]) => ({
  name,
  faults: faults.map(([file, find, put]) => ({ file, find, put })),
});
