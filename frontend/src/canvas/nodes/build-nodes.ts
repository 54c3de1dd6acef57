import type { Node } from "@xyflow/react";
import { FOLDED_SIZE, HOST_SIZE, POD_SIZE, podHeight } from "@/geometry/boxes";
import { FINGERS } from "@/geometry/fingers";
import { podsOf, policiesIn } from "@/model/places";
import type { HostRecord, NamespaceRecord, PodRecord, PolicyRecord, Ref } from "@/model/records";
import type { BoardState } from "@/store/board";
import { type FoldsState, isFolded } from "@/store/folds";
import type { PodIsolation } from "@/wire/messages";

interface FrameData extends Record<string, unknown> {
  record: NamespaceRecord;
  tint: number;
  /** How many pods it holds. */
  count: number;
  policies: readonly NamedPolicy[];
}

/** What a frame shows of a policy: another text under the same name alters no frame. */
export type NamedPolicy = Pick<PolicyRecord, "id" | "name">;

export type FrameNode = Node<FrameData, "frame">;
/** A namespace folded into one box; `far`: by the view, not by hand. */
export type FoldNode = Node<FrameData & { far: boolean }, "fold">;
interface PodData extends Record<string, unknown> {
  record: PodRecord;
  place: string;
  tint: number;
  isolation: PodIsolation;
  /** How many pods its workload has here. */
  replicas: number;
}
export type PodNode = Node<PodData, "pod">;
export type HostNode = Node<{ record: HostRecord }, "host">;
export type BoardNode = FrameNode | FoldNode | PodNode | HostNode;

export const TINTS = 6;
const OPEN: PodIsolation = { ingress: 0, egress: 0 };

// Frames lie below the painted arrows, whose layer is at 1; cards lie above them.
const Z = { frame: 0, card: 2 };

/** The table that a node's record stands in. */
export const TABLE_OF = { frame: "namespaces", fold: "namespaces", pod: "pods", host: "hosts" } as const;

type Drawn = Pick<BoardState, "namespaces" | "pods" | "hosts" | "isolation" | "policies">;

/** The board as nodes. Pods of a folded namespace have none. A node whose record and selection did not change stays
 * the same object, so that it is not rendered again, and so does the whole list; one that is being dragged keeps the
 * place where it is held. */
export function buildNodes(
  board: Drawn,
  folds: FoldsState,
  selection: Ref[],
  before: readonly BoardNode[],
): BoardNode[] {
  const known = new Map(before.map((node) => [node.id, node]));
  const selected = new Set(selection.map(({ id }) => id));
  const frames: BoardNode[] = [];
  const pods: BoardNode[] = [];
  for (const [index, record] of Object.values(board.namespaces).entries()) {
    const tint = (index % TINTS) + 1;
    const mine = podsOf(board, record.id);
    const data = { record, tint, count: mine.length, policies: policiesIn(board, record.name) };
    if (isFolded(folds, record.id)) {
      frames.push(keep(known, foldNode({ ...data, far: folds.far }, selected.has(record.id))));
      continue;
    }
    frames.push(keep(known, frameNode(data, selected.has(record.id))));
    const counts = new Map<string, number>();
    for (const pod of mine) if (pod.owner) counts.set(ownerOf(pod), (counts.get(ownerOf(pod)) ?? 0) + 1);
    for (const pod of mine) {
      const isolation = board.isolation[pod.id] ?? OPEN;
      const replicas = counts.get(ownerOf(pod)) ?? 1;
      const data = { record: pod, place: record.name, tint, isolation, replicas };
      pods.push(keep(known, podNode(data, selected.has(pod.id))));
    }
  }
  const hosts = Object.values(board.hosts).map((record) => keep(known, hostNode({ record }, selected.has(record.id))));
  const made = [...frames, ...pods, ...hosts];
  const same = made.length === before.length && made.every((node, index) => node === before[index]);
  return same ? (before as BoardNode[]) : made;
}

function ownerOf({ owner }: PodRecord): string {
  return owner ? `${owner.kind} ${owner.name}` : "";
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
    // A finger on a frame moves the view, as frames may fill the screen; once it is selected, it moves the frame.
    draggable: FINGERS && !selected ? false : undefined,
    zIndex: Z.frame,
    ariaLabel: `Namespace ${name}, ${podWords(data.count)}`,
    domAttributes: { "data-namespace": name } as object,
  };
}

function foldNode(data: FoldNode["data"], selected: boolean): FoldNode {
  const { id, x, y, width, height, name } = data.record;
  return {
    id,
    type: "fold",
    data,
    position: { x, y },
    ...(data.far ? { width, height } : FOLDED_SIZE),
    selected,
    zIndex: Z.card,
    ariaLabel: `Namespace ${name}, folded, ${podWords(data.count)}`,
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

export function podWords(count: number): string {
  return `${count} ${count === 1 ? "pod" : "pods"}`;
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
  return Object.keys(right).every((key) => left[key] === right[key] || sameList(left[key], right[key]));
}

function sameList(a: unknown, b: unknown): boolean {
  return (
    Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((each, index) => sameNamed(each, b[index]))
  );
}

function sameNamed(a: NamedPolicy, b: NamedPolicy): boolean {
  return a.id === b.id && a.name === b.name;
}
