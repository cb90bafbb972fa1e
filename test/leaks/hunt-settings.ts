/** How long a hunt is, and at which seed: short and always the same, unless the environment says more. */
export interface HuntSettings {
  readonly seed: number;
  /** Of sessions at random. */
  readonly milliseconds: number;
  /** How often every caller is asked a part of everything; the first of them is all that a short hunt has. */
  readonly rounds: number;
  /** The databases may have been made by other code than runs. */
  readonly isRenewed: boolean;
  readonly shrinkMilliseconds: number;
}

export function huntSettings(environment: NodeJS.ProcessEnv = process.env): HuntSettings {
  const minutes = Number(environment["LEAK_HUNT_MINUTES"] ?? 0);
  const isPlanted = environment["HUB_PLANTED_FAULT"] !== undefined;
  return {
    seed: Number(environment["LEAK_HUNT_SEED"] ?? 4_201),
    milliseconds: minutes > 0 ? minutes * 60_000 : 3_000,
    rounds: minutes > 0 ? 20 : isPlanted ? 2 : 1,
    isRenewed: isPlanted,
    shrinkMilliseconds: isPlanted ? 1 : 120_000,
  };
}
