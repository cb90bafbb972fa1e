/**
 * What is loaded once for all test files of a worker, outside of the sandbox that jest gives to each: a hub has some
 * two thousand modules. What comes from there has other classes behind it than what a test makes itself, so that it
 * is called, and not compared.
 */
declare global {
  var importOutside: ((specifier: string) => Promise<unknown>) | undefined;
}

/** @param specifier as `import` takes it, from this folder: a source file, or a package. */
export async function outside<Module>(specifier: string): Promise<Module> {
  if (globalThis.importOutside === undefined) throw new Error("There is no outside: run the tests by jest.");
  return (await globalThis.importOutside(specifier)) as Module;
}
