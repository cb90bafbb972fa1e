/** How far a load has come: a bar where somebody watches, otherwise a line now and then, and nothing on a short load. */
import { Presets, SingleBar } from "cli-progress";

export interface SeedProgress {
  readonly update: (stored: number) => void;
  readonly stop: () => void;
}

const millisecondsBetweenLines = 1_000;

export function createSeedProgress(stream: NodeJS.WriteStream, concerns: number): SeedProgress {
  if (!stream.isTTY) return createLines(stream, concerns);
  const bar = new SingleBar(
    {
      stream,
      format: "{bar} {percentage}% | {value} of {total} concerns | {eta_formatted} left",
      clearOnComplete: true,
    },
    Presets.shades_classic,
  );
  let started = false;
  return {
    update: (stored) => {
      if (!started) bar.start(concerns, 0);
      started = true;
      bar.update(stored);
    },
    stop: () => {
      bar.stop();
    },
  };
}

function createLines(stream: NodeJS.WriteStream, concerns: number): SeedProgress {
  let written = performance.now();
  return {
    update: (stored) => {
      if (performance.now() - written < millisecondsBetweenLines) return;
      written = performance.now();
      stream.write(`${stored} of ${concerns} concerns\n`);
    },
    stop: () => undefined,
  };
}
