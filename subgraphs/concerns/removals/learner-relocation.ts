/**
 * Where removed learners go: places for each university's learners and for those whom NHS England placed itself, with
 * pay and progression protected. Pure rules.
 */
export interface RelocationPlan {
  /** Whose learners it is for; null for those whom NHS England placed itself. */
  readonly educationProvider: string | null;
  readonly places: number;
  readonly isPayProtected: boolean;
  readonly isProgressionProtected: boolean;
}

export interface LearnersToPlace {
  readonly educationProvider: string | null;
  readonly learners: number;
}

export type RelocationRefusal = "NOT_THEIR_LEARNERS" | "PAY_NOT_PROTECTED" | "PROGRESSION_NOT_PROTECTED";

/** A removal costs learners neither pay nor progress: a plan that does not say so is none. */
export function relocationRefusal(
  { educationProvider, isPayProtected, isProgressionProtected }: RelocationPlan,
  groups: readonly LearnersToPlace[],
): RelocationRefusal | undefined {
  if (!groups.some((group) => group.educationProvider === educationProvider)) return "NOT_THEIR_LEARNERS";
  if (!isPayProtected) return "PAY_NOT_PROTECTED";
  return isProgressionProtected ? undefined : "PROGRESSION_NOT_PROTECTED";
}

/** How many learners have nowhere to go yet. Places of one university do not make up for those of another. */
export function learnersWithoutPlace(
  groups: readonly LearnersToPlace[],
  relocations: readonly RelocationPlan[],
): number {
  const whose = new Set(groups.map(({ educationProvider }) => educationProvider));
  return [...whose].reduce((missing, educationProvider) => {
    const isTheirs = (one: { readonly educationProvider: string | null }): boolean =>
      one.educationProvider === educationProvider;
    const learners = groups.filter(isTheirs).reduce((sum, group) => sum + group.learners, 0);
    const places = relocations.filter(isTheirs).reduce((sum, relocation) => sum + relocation.places, 0);
    return missing + Math.max(0, learners - places);
  }, 0);
}
