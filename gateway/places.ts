/** Places for what is under way: so many in all, and so many for one person, so that nobody holds up all the others. */
import type { Caller } from "../authorisation/caller.js";

export interface Places {
  /** Gives the place back; undefined where none is free. */
  take(holder: Pick<Caller, "issuer" | "subject">): (() => void) | undefined;
  taken(): number;
}

export function createPlaces({ all, forOne }: { readonly all: number; readonly forOne: number }): Places {
  const held = new Map<string, number>();
  let taken = 0;
  return {
    taken: () => taken,
    take: ({ issuer, subject }) => {
      const holder = `${issuer} ${subject}`;
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
