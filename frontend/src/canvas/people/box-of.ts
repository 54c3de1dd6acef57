import { HOST_SIZE, POD_SIZE, podHeight } from "@/geometry/boxes";
import type { Box } from "@/geometry/shapes";
import type { BoardState } from "@/store/board";

/** Where a card or a frame stands on the board; null for what is none. */
export function boxOf(board: Pick<BoardState, "namespaces" | "pods" | "hosts">, id: string): Box | null {
  const { namespaces, pods, hosts } = board;
  const frame = namespaces[id];
  if (frame) return { x: frame.x, y: frame.y, width: frame.width, height: frame.height };
  const host = hosts[id];
  if (host) return { x: host.x, y: host.y, ...HOST_SIZE };
  const pod = pods[id];
  const around = pod && namespaces[pod.namespace];
  if (!pod || !around) return null;
  return { x: around.x + pod.x, y: around.y + pod.y, width: POD_SIZE.width, height: podHeight(pod) };
}
