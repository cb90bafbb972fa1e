/** Whether bytes that come in pieces are plain text: UTF-8, and no control characters but those that set lines apart. */
export interface TextCheck {
  add(piece: Buffer): void;
  holds(): boolean;
}

const controls = /(?![\t\n\f\r])\p{Cc}/u;

export function textCheck(): TextCheck {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let isText = true;
  const look = (piece?: Buffer): void => {
    try {
      const text = piece === undefined ? decoder.decode() : decoder.decode(piece, { stream: true });
      if (controls.test(text)) isText = false;
    } catch {
      isText = false;
    }
  };
  return {
    add: (piece) => {
      if (isText) look(piece);
    },
    holds: () => {
      if (isText) look();
      return isText;
    },
  };
}
