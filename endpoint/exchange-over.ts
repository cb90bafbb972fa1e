/**
 * When an exchange over HTTP is over: its answer has left, or its client has. The client may be gone before anybody
 * looks, since who asks is found out first; and of a request that was sent behind another one, whose turn to be answered
 * never came, Node closes the connection alone.
 */
import type { FastifyReply } from "fastify";

/** Calls once, at once where it is over already. */
export function whenOver({ raw, request }: FastifyReply, then: () => void): void {
  const { socket } = request.raw;
  let isOver = false;
  const over = (): void => {
    // The end of a connection tells both, and the second of them also where it was taken off by the first.
    if (isOver) return;
    isOver = true;
    raw.off("close", over);
    socket.off("close", over);
    then();
  };
  if (raw.destroyed || socket.destroyed) {
    over();
    return;
  }
  raw.once("close", over);
  // However many requests a client sends behind one another, each listens.
  socket.setMaxListeners(0);
  socket.once("close", over);
}

export function signalOfEnd(reply: FastifyReply): AbortSignal {
  const end = new AbortController();
  whenOver(reply, () => {
    end.abort();
  });
  return end.signal;
}
