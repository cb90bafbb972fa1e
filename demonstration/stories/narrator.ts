/** Who tells the stories: each step is a command or a question of a persona, as the hub would take it from anybody. */
import type { Purpose } from "../../authorisation/caller.js";
import { HubError } from "../../errors/hub-error.js";
import { demonstrationSeed } from "../generate-concern.js";
import { concernIdentifiers } from "../demonstration-identifiers.js";
import { showcase, type ShowcaseWish } from "../showcase.js";

type Input = Readonly<Record<string, unknown>>;

export interface Narrator {
  /** The day on which the stories are told, and others so many days after it. */
  day(after?: number): string;
  /** Rejects where the command is refused. Gives the id of what it was about: a concern or a panel. */
  does(persona: string, mutation: string, input: Input, purpose?: Purpose): Promise<string>;
  /** What a selection of fields holds on a concern. */
  reads<Shown>(persona: string, concern: string, selection: string): Promise<Shown>;
  /** Sends a file and gives what it is attached by. */
  sends(persona: string, name: string, text: string): Promise<string>;
}

/** Something that hangs on a concern, by which commands name it. */
export interface Part {
  readonly id: string;
}

export type Story = (narrator: Narrator) => Promise<void>;

/** The id of the first concern of the showcase that was wished to be so. */
export function shown(wish: ShowcaseWish): string {
  const wanted = Object.entries(wish);
  const index = showcase.findIndex((line) =>
    wanted.every(([name, value]) => line[name as keyof ShowcaseWish] === value),
  );
  if (index < 0) throw new HubError("INTERNAL", {}, { cause: `the showcase has no ${JSON.stringify(wish)}` });
  return concernIdentifiers(demonstrationSeed, index).id;
}
