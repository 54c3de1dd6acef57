/** What the command palette offers: everything on the board, and every command that can be done now. */
import { type Command, doable, type View } from "@/commands/command";
import { placeName } from "@/model/places";
import type { Ref } from "@/model/records";
import type { BoardState } from "@/store/board";

export type PaletteItem =
  | { key: string; label: string; kind: "command"; command: Command }
  | { key: string; label: string; kind: "pod" | "namespace" | "host" | "policy" | "arrow"; ref: Ref };

/** Commands that are the palette itself or only leave it. */
const LEFT_OUT = ["palette", "leave"];

export function paletteItems(commands: readonly Command[], view: View): PaletteItem[] {
  const offered = commands.filter((command) => !LEFT_OUT.includes(command.name) && doable(command, view));
  return [
    ...offered.map((command) => ({
      key: command.name,
      label: command.labelFor?.(view) ?? command.label,
      kind: "command" as const,
      command,
    })),
    ...objects(view.board),
  ];
}

function objects(board: BoardState): PaletteItem[] {
  const ref = (table: Ref["table"], id: string) => ({ key: id, ref: { table, id } });
  return [
    ...Object.values(board.namespaces).map(({ id, name }) => ({
      ...ref("namespaces", id),
      label: name,
      kind: "namespace" as const,
    })),
    ...Object.keys(board.pods).map((id) => ({
      ...ref("pods", id),
      label: placeName(board, id),
      kind: "pod" as const,
    })),
    ...Object.values(board.policies).map(({ id, namespace, name }) => ({
      ...ref("policies", id),
      label: `${namespace}/${name}`,
      kind: "policy" as const,
    })),
    ...Object.keys(board.hosts).map((id) => ({
      ...ref("hosts", id),
      label: placeName(board, id),
      kind: "host" as const,
    })),
    ...Object.values(board.connections).map(({ id, source, destination, protocol, port }) => ({
      ...ref("connections", id),
      label: `${placeName(board, source)} → ${placeName(board, destination)} ${protocol} ${port}`,
      kind: "arrow" as const,
    })),
  ];
}

/** Items that hold every word typed; first those where the words begin a part of the label, and stand in this order. */
export function searched(items: PaletteItem[], typed: string): PaletteItem[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return items.filter(({ kind }) => kind === "command");
  const rank = ({ label, kind }: PaletteItem) => {
    const text = `${label} ${kind}`.toLowerCase();
    if (!words.every((word) => text.includes(word))) return null;
    const parts = text.split(/[\s/]+/);
    const inside = words.filter((word) => !parts.some((part) => part.startsWith(word))).length;
    return text.includes(words.join(" ")) ? inside - 0.5 : inside;
  };
  return items
    .map((item) => ({ item, rank: rank(item) }))
    .filter((each): each is { item: PaletteItem; rank: number } => each.rank !== null)
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}
