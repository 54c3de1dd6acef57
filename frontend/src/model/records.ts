// What a board is made of, in the shapes of editor/board/records.py. Coordinates are canvas pixels at zoom 1.

export type Protocol = "TCP" | "UDP" | "SCTP";
export const PROTOCOLS: readonly Protocol[] = ["TCP", "UDP", "SCTP"];

export type Labels = Record<string, string>;

export interface Port {
  name: string | null;
  port: number;
  protocol: Protocol;
}

export interface NamespaceRecord {
  id: string;
  name: string;
  labels: Labels;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** `x` and `y` are relative to the top left corner of the namespace's frame. */
export interface PodRecord {
  id: string;
  namespace: string;
  name: string;
  labels: Labels;
  ports: Port[];
  addresses: string[];
  host_network: boolean;
  node: string | null;
  node_addresses: string[];
  phase: "Pending" | "Running" | "Succeeded" | "Failed" | "Unknown";
  owner: { kind: string; name: string } | null;
  x: number;
  y: number;
}

export interface HostRecord {
  id: string;
  name: string;
  address: string;
  x: number;
  y: number;
}

/** An arrow that a person drew. `source` and `destination` are ids of pods or hosts. */
export interface ConnectionRecord {
  id: string;
  source: string;
  destination: string;
  protocol: Protocol;
  port: number;
}

/** `namespace` and `name` are read from the text by the server; the namespace need not have a frame on the board. */
export interface PolicyRecord {
  id: string;
  namespace: string;
  name: string;
  text: string;
}

/** `item` is one item of an expectations file; `order` is its place in the list, the smallest first. */
export interface ExpectationRecord {
  id: string;
  order: number;
  item: Record<string, unknown>;
}

export interface BoardRecord {
  id: string;
  name: string;
}

export interface Tables {
  board: Record<string, BoardRecord>;
  namespaces: Record<string, NamespaceRecord>;
  pods: Record<string, PodRecord>;
  hosts: Record<string, HostRecord>;
  connections: Record<string, ConnectionRecord>;
  policies: Record<string, PolicyRecord>;
  expectations: Record<string, ExpectationRecord>;
}

export type Table = keyof Tables;

export const EMPTY_TABLES: Tables = {
  board: {},
  namespaces: {},
  pods: {},
  hosts: {},
  connections: {},
  policies: {},
  expectations: {},
};

/** Something on the board that can be selected. */
export interface Ref {
  table: Table;
  id: string;
}
