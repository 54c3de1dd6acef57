/** The board as a tree: namespaces with their pods and policies, then what is outside the cluster. */

import { podsOf, policiesIn } from "@/model/places";
import type { Ref, Tables } from "@/model/records";
import type { BoardState } from "@/store/board";
import { warningsOf } from "@/store/findings";
import { say } from "@/texts/left";
import type { PodIsolation } from "@/wire/messages";

export type Leaf = { ref: Ref; name: string; fact: string; code?: boolean; warned?: number };
export type Branch = { key: string; ref: Ref | null; name: string; fact: string; tint: number | null; leaves: Leaf[] };

type Findings = Pick<BoardState, "drafts" | "policyWarnings">;
type Board = Omit<Tables, "board" | "connections" | "expectations"> &
  Findings & { isolation: Record<string, PodIsolation> };

/** `tint` numbers the namespaces from 1 for their colour; null is no frame on the board. `selects` counts the pods of a policy. */
export function outlineOf(board: Board, selects: (policy: string) => number | null): Branch[] {
  const namespaces = Object.values(board.namespaces);
  const framed = new Set(namespaces.map(({ name }) => name));
  const branches = namespaces.map((namespace, index) => {
    const pods = podsOf(board, namespace.id);
    return {
      key: namespace.id,
      ref: { table: "namespaces" as const, id: namespace.id },
      name: namespace.name,
      fact: counted(pods.length, "pod"),
      tint: index + 1,
      leaves: [
        ...pods.map((pod) => ({
          ref: { table: "pods" as const, id: pod.id },
          name: pod.name,
          fact: isolationText(board.isolation[pod.id]),
        })),
        ...policyLeaves(board, namespace.name, selects),
      ],
    };
  });
  const elsewhere = [...new Set(Object.values(board.policies).map(({ namespace }) => namespace))]
    .filter((name) => !framed.has(name))
    .map((name) => ({
      key: `namespace ${name}`,
      ref: null,
      name,
      fact: say.notOnTheBoard,
      tint: null,
      leaves: policyLeaves(board, name, selects),
    }));
  return [...branches, ...elsewhere, ...outside(board)];
}

function policyLeaves(board: Board, namespace: string, selects: (policy: string) => number | null): Leaf[] {
  return policiesIn(board, namespace).map((policy) => {
    const count = selects(policy.id);
    return {
      ref: { table: "policies" as const, id: policy.id },
      name: policy.name,
      fact: count === null ? "" : counted(count, "pod"),
      warned: warningsOf(board, policy.id).length,
    };
  });
}

function outside(board: Board): Branch[] {
  const hosts = Object.values(board.hosts);
  if (hosts.length === 0) return [];
  const leaves = hosts.map((host) => ({
    ref: { table: "hosts" as const, id: host.id },
    name: host.name,
    fact: host.address,
    code: true,
  }));
  return [{ key: "outside", ref: null, name: "outside", fact: counted(hosts.length, "host"), tint: null, leaves }];
}

export function isolationText(isolation: PodIsolation | undefined): string {
  const ways = [isolation?.ingress ? "ingress" : "", isolation?.egress ? "egress" : ""].filter(Boolean);
  if (ways.length === 2) return "isolated";
  const [way] = ways;
  return way ? say.isolatedFor(way) : "";
}

export function counted(count: number, noun: string): string {
  const many = noun.endsWith("y") ? `${noun.slice(0, -1)}ies` : `${noun}s`;
  return `${count} ${count === 1 ? noun : many}`;
}

/** Branches and leaves whose name holds `text`; a branch that matches keeps all its leaves. */
export function filterOutline(branches: Branch[], text: string): Branch[] {
  const wanted = text.trim().toLowerCase();
  if (!wanted) return branches;
  return branches.flatMap((branch) => {
    if (branch.name.toLowerCase().includes(wanted)) return [branch];
    const leaves = branch.leaves.filter((leaf) => `${leaf.name} ${leaf.fact}`.toLowerCase().includes(wanted));
    return leaves.length ? [{ ...branch, leaves }] : [];
  });
}
