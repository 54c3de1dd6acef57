import type { ConnectionRecord } from "@/model/records";
import type { View } from "./command";

/** The one selected connection, when it is not yet as wanted: allowed, or blocked. Or the one that is looked at and
 * that nobody drew. */
export function onlyArrow({ ui, board }: View, want: boolean): Omit<ConnectionRecord, "id"> | null {
  if (ui.pair) return [ui.pair.source, ui.pair.destination].every((id) => isEnd(board, id)) ? ui.pair : null;
  const [only] = ui.selection;
  const arrow = ui.selection.length === 1 ? board.connections[only?.id ?? ""] : undefined;
  if (!arrow || board.verdicts[arrow.id]?.allowed === want) return null;
  const { source, destination, protocol, port } = arrow;
  return { source, destination, protocol, port };
}

/** Whether it stands on the board; blocks of addresses that a table names do not. */
export function isEnd({ pods, hosts }: View["board"], id: string): boolean {
  return id in pods || id in hosts;
}
