import type { ConnectionRecord } from "@/model/records";
import type { View } from "./command";

/** The one selected connection, when it is not yet as wanted: allowed, or blocked. */
export function onlyArrow({ ui, board }: View, want: boolean): Omit<ConnectionRecord, "id"> | null {
  const [only] = ui.selection;
  const arrow = ui.selection.length === 1 ? board.connections[only?.id ?? ""] : undefined;
  if (!arrow || board.verdicts[arrow.id]?.allowed === want) return null;
  const { source, destination, protocol, port } = arrow;
  return { source, destination, protocol, port };
}
