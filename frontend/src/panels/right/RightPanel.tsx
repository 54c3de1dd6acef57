import type { ReactNode } from "react";
import { run } from "@/commands/command";
import { commandNamed } from "@/commands/list";
import { DETAILS } from "@/commands/verbs/details";
import { Button } from "@/panels/parts/Button";
import { Editable } from "@/panels/parts/Editable";
import { Locked } from "@/panels/parts/Locked";
import { SubjectContext } from "@/panels/parts/use-half-typed";
import type { Lockable } from "@/store/lesson";
import { useBoard, useUi, useWhyLocked } from "@/store/use";
import { ConnectionWhy } from "./ConnectionWhy";
import { DrawnPanel } from "./drawing/DrawnPanel";
import { EditedBy } from "./EditedBy";
import { HostDetails } from "./HostDetails";
import { NamespaceDetails } from "./NamespaceDetails";
import { NothingSelected } from "./NothingSelected";
import { PodDetails } from "./PodDetails";
import { PolicyDetails } from "./PolicyDetails";
import { PairPanel } from "./pair/PairPanel";
import { TemplatePanel } from "./starting/TemplatePanel";
import "./right-panel.css";

/** What is selected: why an arrow has its colour, or what a pod, namespace, host or policy is. */
export function RightPanel() {
  return (
    <aside aria-label="Selection" className="right-panel" id={DETAILS} tabIndex={-1}>
      <Others />
      <Details />
    </aside>
  );
}

function Others() {
  const only = useUi((state) => (state.selection.length === 1 ? state.selection[0]?.id : undefined));
  return only ? <EditedBy id={only} /> : null;
}

function Details() {
  const starting = useUi((state) => state.starting);
  const drawn = useUi((state) => state.drawn);
  const pair = useUi((state) => state.pair);
  if (starting) return <TemplatePanel starting={starting} />;
  if (drawn) return <DrawnPanel drawn={drawn} key={JSON.stringify(drawn)} />;
  return pair ? <PairPanel key={`${pair.source} ${pair.destination}`} pair={pair} /> : <Selected />;
}

function Selected() {
  const count = useUi((state) => state.selection.length);
  const only = useUi((state) => (state.selection.length === 1 ? state.selection[0] : undefined));
  const id = only?.id ?? "";
  const connection = useBoard((state) => state.connections[id]);
  const pod = useBoard((state) => state.pods[id]);
  const namespace = useBoard((state) => state.namespaces[id]);
  const host = useBoard((state) => state.hosts[id]);
  const policy = useBoard((state) => state.policies[id]);
  if (!only) return count > 1 ? <SeveralSelected count={count} /> : <NothingSelected />;
  return (
    // Keyed by its id, so that nothing half typed moves over to the next selection.
    <SubjectContext.Provider key={id} value={id}>
      {connection && <ConnectionWhy connection={connection} />}
      {pod && (
        <Kept kind="pods">
          <PodDetails pod={pod} />
        </Kept>
      )}
      {namespace && (
        <Kept kind="namespaces">
          <NamespaceDetails namespace={namespace} />
        </Kept>
      )}
      {host && (
        <Kept kind="hosts">
          <HostDetails host={host} />
        </Kept>
      )}
      {policy && <PolicyDetails policy={policy} />}
      {!(connection || pod || namespace || host || policy) && <NothingSelected />}
    </SubjectContext.Provider>
  );
}

/** What a lesson leaves as it is shows why. */
function Kept({ kind, children }: { kind: Lockable; children: ReactNode }) {
  return <Locked reason={useWhyLocked(kind)}>{children}</Locked>;
}

function SeveralSelected({ count }: { count: number }) {
  return (
    <>
      <h2 className="right-panel__title">{count} things selected</h2>
      <p className="right-panel__hint">
        Drag one of them to move all. Their menu (right click, or a long press) aligns them and makes their gaps equal.
      </p>
      <div className="right-panel__actions">
        <Editable>
          <Button icon="copy" onClick={() => run(commandNamed("duplicate"))}>
            Duplicate
          </Button>
          <Button icon="trash" look="danger" onClick={() => run(commandNamed("delete"))}>
            Delete all {count}
          </Button>
        </Editable>
      </div>
    </>
  );
}
