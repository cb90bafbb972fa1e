/** Places for what is under way: so many in all, and so many for one person, so that nobody holds up all the others. */
export interface Places {
  /** Gives the place back; undefined where none is free. */
  take(holder: string): (() => void) | undefined;
}

export function createPlaces({ all, forOne }: { readonly all: number; readonly forOne: number }): Places {
  const held = new Map<string, number>();
  let taken = 0;
  return {
    take: (holder) => {
      const own = held.get(holder) ?? 0;
      if (taken >= all || own >= forOne) return undefined;
      taken += 1;
      held.set(holder, own + 1);
      return () => {
        taken -= 1;
        const left = (held.get(holder) ?? 0) - 1;
        if (left > 0) held.set(holder, left);
        else held.delete(holder);
      };
    },
  };
}
