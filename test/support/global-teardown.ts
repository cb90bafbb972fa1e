/** Stops the server that the set-up started; prints nothing, since the closing line has been written. */
export default async function globalTeardown(): Promise<void> {
  await globalThis.stopTestServer?.();
}
