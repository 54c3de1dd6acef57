// Every message between browser and server. The server's dataclasses in editor/wire/messages.py are the yardstick.
import type { Change } from "@/model/change";
import type {
  BoardRecord,
  ConnectionRecord,
  HostRecord,
  NamespaceRecord,
  PodRecord,
  PolicyRecord,
} from "@/model/records";

export interface Fault {
  code: string;
  message: string;
  file: string | null;
  document: number | null;
  path: string | null;
  line: number | null;
  column: number | null;
  value: unknown;
}

export interface NearMiss {
  rule: string;
  peer: string | null;
  met: string[];
  unmet: string[];
  file: string | null;
  line: number | null;
  column: number | null;
  end_line: number | null;
}

export interface PolicyReason {
  policy: string;
  rule: string | null;
  peer: string | null;
  near_misses: NearMiss[];
  file: string | null;
  line: number | null;
  column: number | null;
  end_line: number | null;
}

export interface Side {
  allowed: boolean | null;
  isolated: boolean;
  policies: PolicyReason[];
}

export interface ConnectionVerdict {
  connection: string;
  source: string;
  destination: string;
  protocol: string;
  port: number;
  allowed: boolean | null;
  blocked_at: "egress" | "ingress" | "both" | null;
  egress: Side | null;
  ingress: Side | null;
  notes: string[];
}

export interface DraftState {
  policy: string;
  text: string | null;
  faults: Fault[];
  warnings: Fault[];
  good: boolean;
  client_id: string | null;
}

export interface PodIsolation {
  ingress: number;
  egress: number;
}

export interface Snapshot {
  namespaces: NamespaceRecord[];
  pods: PodRecord[];
  hosts: HostRecord[];
  connections: ConnectionRecord[];
  policies: PolicyRecord[];
}

export interface Welcome {
  type: "welcome";
  protocol: number;
  client_id: string;
  revision: number;
  board: BoardRecord;
  snapshot: Snapshot;
  verdicts: ConnectionVerdict[];
  drafts: DraftState[];
  isolation: Record<string, PodIsolation>;
  people: number;
  evaluated_ms: number;
}

export interface Changed {
  type: "changed";
  revision: number;
  edit_id: string;
  client_id: string;
  command: string;
  sentence: string;
  change: Change;
  verdicts: ConnectionVerdict[];
  isolation: Record<string, PodIsolation>;
  evaluated_ms: number;
}

export interface DraftMessage {
  type: "draft";
  draft: DraftState;
  client_id: string;
  verdicts: ConnectionVerdict[];
  isolation: Record<string, PodIsolation>;
  evaluated_ms: number;
}

export interface Refused {
  type: "refused";
  edit_id: string;
  errors: Fault[];
}

export interface People {
  type: "people";
  count: number;
}

export interface History {
  type: "history";
  from: number;
  changes: Changed[];
}

export type ServerMessage = Welcome | Changed | DraftMessage | Refused | People | History;

export interface EditMessage {
  type: "edit";
  edit_id: string;
  command: string;
  params: Record<string, unknown>;
  client_id: string;
  base_revision: number;
}

export interface DraftTyped {
  type: "draft";
  policy: string;
  text: string;
  client_id: string;
}

export interface DropDraft {
  type: "drop_draft";
  policy: string;
  client_id: string;
}

export interface CatchUp {
  type: "catch_up";
  revision: number;
}

export type ClientMessage = EditMessage | DraftTyped | DropDraft | CatchUp;
