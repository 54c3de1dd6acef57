import type { Command } from "./command";

const found = import.meta.glob<{ command: Command }>("./verbs/*.ts", { eager: true });

/** Every command, one for each file in `verbs/`. Remove a file and its command is gone everywhere. */
export const COMMANDS: readonly Command[] = Object.values(found).map(({ command }) => command);

/** The command of that name; throws for an unknown one, which is a mistake in our own code. */
export function commandNamed(name: string): Command {
  const command = COMMANDS.find((each) => each.name === name);
  if (!command) throw new Error(`There is no command ${name}.`);
  return command;
}
