/** Holds the signed heads against a chain, those of its database and those that were kept elsewhere, as it is walked. */
import { wrongAt, type Fault, type Wrong } from "./chain-fault.js";
import type { Link } from "./link.js";
import type { HeadVerdict, SignedHead } from "./signed-head.js";

/** No more links than this come between two heads. */
export const mostUnsigned = 1_000;

export interface HeadCheck {
  /** Called with each link in turn. */
  at(link: Pick<Link, "position" | "hash">): Promise<Wrong | null>;
  /** Called with the last position of the chain. */
  beyond(position: number): Wrong | null;
  /** The last head of the database that was reached and is good; null where there is none. */
  reached(): SignedHead | null;
}

export interface HeadsToCheck {
  /** Of the database, and kept elsewhere; both in order of number. */
  readonly heads: AsyncIterator<SignedHead>;
  readonly kept: AsyncIterator<SignedHead>;
  readonly verdictOn: (head: SignedHead) => HeadVerdict;
}

export async function checkHeads({ heads, kept, verdictOn }: HeadsToCheck): Promise<HeadCheck> {
  let own = await nextOf(heads);
  let outside = await nextOf(kept);
  let reached: SignedHead | null = null;

  const faultOf = (head: SignedHead, { position, hash }: Pick<Link, "position" | "hash">): Fault | null => {
    const verdict = verdictOn(head);
    if (verdict !== "SIGNED") return verdict === "FORGED" ? "HEAD_FORGED" : "HEAD_KEY_UNKNOWN";
    return head.position === position && head.hash.equals(hash) ? null : "CHAINED_AGAIN";
  };

  return {
    at: async (link) => {
      const first = (reached?.position ?? 0) + 1;
      const wrong = (fault: Fault): Wrong => wrongAt(fault, first, { until: link.position });
      const isDue = (head: SignedHead | null): head is SignedHead => head !== null && head.position <= link.position;
      for (const head of [own, outside].filter(isDue)) {
        const fault = faultOf(head, link);
        if (fault !== null) return wrong(fault);
      }
      const here = isDue(own) ? own : null;
      const isExpected = isDue(outside) || link.position - first >= mostUnsigned;
      if (here === null ? isExpected : here.number !== (reached?.number ?? 0) + 1) return wrong("HEAD_MISSING");
      while (isDue(outside)) outside = await nextOf(kept);
      if (here === null) return null;
      reached = here;
      own = await nextOf(heads);
      return null;
    },
    beyond: (position) => {
      const head = own ?? outside;
      if (head === null) return null;
      const verdict = faultOf(head, head);
      return wrongAt(verdict ?? "CUT_OFF", position + 1, { until: head.position });
    },
    reached: () => reached,
  };
}

async function nextOf(heads: AsyncIterator<SignedHead>): Promise<SignedHead | null> {
  const next = await heads.next();
  return next.done === true ? null : next.value;
}
