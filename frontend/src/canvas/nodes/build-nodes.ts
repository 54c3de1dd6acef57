import type { Node } from "@xyflow/react";
import { HOST_SIZE, POD_SIZE, podHeight } from "@/geometry/boxes";
import type { HostRecord, NamespaceRecord, PodRecord, Ref } from "@/model/records";
import type { BoardState } from "@/store/board";
import type { PodIsolation } from "@/wire/messages";

export type FrameNode = Node<{ record: NamespaceRecord; tint: number; count: number }, "frame">;
export type PodNode = Node<{ record: PodRecord; place: string; tint: number; isolation: PodIsolation }, "pod">;
export type HostNode = Node<{ record: HostRecord }, "host">;
export type BoardNode = FrameNode | PodNode | HostNode;

export const TINTS = 6;
const OPEN: PodIsolation = { ingress: 0, egress: 0 };

// Frames lie below the painted arrows, whose layer is at 1; cards lie above them.
const Z = { frame: 0, card: 2 };

/** The table that a node's record stands in. */
export const TABLE_OF = { frame: "namespaces", pod: "pods", host: "hosts" } as const;

type Drawn = Pick<BoardState, "namespaces" | "pods" | "hosts" | "isolation">;

/** The board as nodes. A node whose record and selection did not change stays the same object, so that it is not
 * rendered again; one that is being dragged keeps the place where it is held. */
export function buildNodes(board: Drawn, selection: Ref[], before: readonly BoardNode[]): BoardNode[] {
  const known = new Map(before.map((node) => [node.id, node]));
  const selected = new Set(selection.map(({ id }) => id));
  const tints = new Map(Object.keys(board.namespaces).map((id, index) => [id, (index % TINTS) + 1]));
  const counts = new Map<string, number>();
  for (const pod of Object.values(board.pods)) counts.set(pod.namespace, (counts.get(pod.namespace) ?? 0) + 1);
  const nodes: BoardNode[] = [];
  for (const record of Object.values(board.namespaces)) {
    const data = { record, tint: tints.get(record.id) ?? 1, count: counts.get(record.id) ?? 0 };
    nodes.push(keep(known, frameNode(data, selected.has(record.id))));
  }
  for (const record of Object.values(board.pods)) {
    const namespace = board.namespaces[record.namespace];
    if (!namespace) continue;
    const isolation = board.isolation[record.id] ?? OPEN;
    const data = { record, place: namespace.name, tint: tints.get(record.namespace) ?? 1, isolation };
    nodes.push(keep(known, podNode(data, selected.has(record.id))));
  }
  for (const record of Object.values(board.hosts)) {
    nodes.push(keep(known, hostNode({ record }, selected.has(record.id))));
  }
  return nodes;
}

function frameNode(data: FrameNode["data"], selected: boolean): FrameNode {
  const { id, x, y, width, height, name } = data.record;
  return {
    id,
    type: "frame",
    data,
    position: { x, y },
    width,
    height,
    selected,
    zIndex: Z.frame,
    ariaLabel: `Namespace ${name}, ${data.count} ${data.count === 1 ? "pod" : "pods"}`,
    domAttributes: { "data-namespace": name } as object,
  };
}

function podNode(data: PodNode["data"], selected: boolean): PodNode {
  const { record, place, isolation } = data;
  return {
    id: record.id,
    type: "pod",
    data,
    parentId: record.namespace,
    position: { x: record.x, y: record.y },
    width: POD_SIZE.width,
    height: podHeight(record),
    selected,
    zIndex: Z.card,
    ariaLabel: `Pod ${place}/${record.name}, ${isolationWords(isolation)}`,
    domAttributes: { "data-place": `${place}/${record.name}` } as object,
  };
}

function hostNode(data: HostNode["data"], selected: boolean): HostNode {
  const { id, x, y, name, address } = data.record;
  return {
    id,
    type: "host",
    data,
    position: { x, y },
    ...HOST_SIZE,
    selected,
    zIndex: Z.card,
    ariaLabel: `External IP ${name}, ${address}`,
    domAttributes: { "data-place": `outside/${name}` } as object,
  };
}

function isolationWords({ ingress, egress }: PodIsolation): string {
  if (ingress && egress) return `isolated both ways, ${ingress} in, ${egress} out`;
  if (ingress) return `ingress isolated by ${ingress} ${ingress === 1 ? "policy" : "policies"}`;
  if (egress) return `egress isolated by ${egress} ${egress === 1 ? "policy" : "policies"}`;
  return "not isolated";
}

function keep(known: Map<string, BoardNode>, made: BoardNode): BoardNode {
  const old = known.get(made.id);
  if (old === undefined || old.type !== made.type) return made;
  const position = old.dragging ? old.position : made.position;
  const unchanged =
    old.selected === made.selected &&
    old.parentId === made.parentId &&
    old.position.x === position.x &&
    old.position.y === position.y &&
    old.width === made.width &&
    old.height === made.height &&
    old.ariaLabel === made.ariaLabel &&
    sameData(old.data, made.data);
  return unchanged ? old : ({ ...old, ...made, position } as BoardNode);
}

function sameData(a: object, b: object): boolean {
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  return Object.keys(right).every((key) => left[key] === right[key]);
}
