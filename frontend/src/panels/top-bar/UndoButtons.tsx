import { currentView, doable, run } from "@/commands/command";
import { spelled } from "@/commands/keys";
import { commandNamed } from "@/commands/list";
import { IconButton } from "@/panels/parts/Button";
import { useBoard } from "@/store/use";

/** Undo and redo; each says what it would do. */
export function UndoButtons() {
  return (
    <div className="top-bar__undo">
      <Step name="undo" />
      <Step name="redo" />
    </div>
  );
}

function Step({ name }: { name: "undo" | "redo" }) {
  // Whether it can be done, and what it would do, changes with these.
  useBoard((state) => state.steps);
  useBoard((state) => state.pending.length);
  useBoard((state) => state.role);
  const command = commandNamed(name);
  const view = currentView();
  const [shortcut] = command.shortcuts ?? [];
  const told = command.labelFor?.(view) ?? command.label;
  return (
    <IconButton
      disabled={!doable(command, view)}
      icon={name}
      label={command.label}
      look="quiet"
      onClick={() => run(command)}
      small
      title={shortcut ? `${told} (${spelled(shortcut)})` : told}
    />
  );
}
