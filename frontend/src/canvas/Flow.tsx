import { ReactFlow, SelectionMode, useStore } from "@xyflow/react";
import "@xyflow/react/dist/base.css";
import { type RefObject, useRef, useState } from "react";
import { useLooking } from "@/store/looking";
import { select, uiStore } from "@/store/ui";
import { useBoard, useLesson, useOffered, useReadOnly, useUi } from "@/store/use";
import { ArrowList } from "./ArrowList";
import { GhostLayer } from "./GhostLayer";
import { useClipboard } from "./gestures/use-clipboard";
import { useConnecting } from "./gestures/use-connecting";
import { useDropping } from "./gestures/use-dropping";
import { useKeys } from "./gestures/use-keys";
import { useMoving } from "./gestures/use-moving";
import { usePinchEnds } from "./gestures/use-pinch-ends";
import { usePointing } from "./gestures/use-pointing";
import { AttackLayer } from "./hazards/AttackLayer";
import { TrialLayer } from "./hazards/TrialLayer";
import { ViewSwitch } from "./hazards/ViewSwitch";
import { Minimap } from "./minimap/Minimap";
import type { BoardNode } from "./nodes/build-nodes";
import { FoldedFrame } from "./nodes/FoldedFrame";
import { Frame } from "./nodes/Frame";
import { HostCard } from "./nodes/HostCard";
import { PodCard } from "./nodes/PodCard";
import { Painted } from "./Painted";
import { ArrowChoice } from "./parts/ArrowChoice";
import { BackToContent } from "./parts/BackToContent";
import { ConnectionLine } from "./parts/ConnectionLine";
import { ConnectPopover } from "./parts/ConnectPopover";
import { ContextMenu } from "./parts/ContextMenu";
import { DrawnChoice } from "./parts/DrawnChoice";
import { EmptyBoard } from "./parts/EmptyBoard";
import { ExpectationMarks } from "./parts/ExpectationMarks";
import { Guides } from "./parts/Guides";
import { LookingBanner } from "./parts/LookingBanner";
import { StaleBanner } from "./parts/StaleBanner";
import { Toolbar } from "./parts/Toolbar";
import { UnsavedLayer } from "./parts/UnsavedLayer";
import { PeopleLayer } from "./people/PeopleLayer";
import { useWhereabouts } from "./people/use-whereabouts";
import { Routes } from "./Routes";
import { useCanvas } from "./state";
import { TraceLayer } from "./TraceLayer";
import { useCamera } from "./use-camera";
import { useFolding } from "./use-folding";
import { BoardNodes, useNodes } from "./use-nodes";
import "./canvas.css";

const NODE_TYPES = { frame: Frame, fold: FoldedFrame, pod: PodCard, host: HostCard };
const NONE: readonly string[] = [];
const FAR = 0.5;
const SMALL = 0.75;
const FARTHEST = 0.16;

/** React Flow with our nodes, our arrows and our gestures. */
export function Flow() {
  const tool = useUi((ui) => ui.tool);
  const readOnly = useReadOnly();
  const { nodes, setNodes, onNodesChange } = useNodes();
  const [dragging, setDragging] = useState(false);
  const far = useStore((state) => state.transform[2] < FAR);
  const small = useStore((state) => state.transform[2] < SMALL);
  const farthest = useStore((state) => state.transform[2] < FARTHEST);
  const copying = useCanvas((state) => state.copying);
  const overArrow = useCanvas((state) => state.hoveredArrow !== null);
  const empty = useBoard((board) => board.board !== null && nodesCount(board) === 0);
  const root = useRef<HTMLDivElement>(null);
  useFolding(root);
  usePinchEnds(root);
  useCamera(root);
  const comparing = useLooking((looking) => looking?.kind === "compare");
  // The words of what is looked at stand where these choices do.
  const looking = useLooking((held) => held !== null);
  const still = readOnly || comparing;
  const draws = useOffered("draw");
  const named = useLesson(({ lesson }) => lesson?.locked) ?? NONE;
  const pointing = usePointing();
  useClipboard();
  const keys = useKeys(setNodes);
  return (
    // biome-ignore lint/a11y/useSemanticElements: no element stands for a drawing surface
    <div
      aria-label="Canvas"
      className="canvas"
      data-copying={copying}
      data-far={far}
      data-farthest={farthest}
      data-over-arrow={overArrow}
      data-small={small}
      data-tool={tool}
      ref={root}
      role="group"
      {...(comparing ? {} : pointing)}
      {...keys}
      {...useDropping()}
    >
      <BoardNodes setNodes={setNodes} />
      <Routes dragging={dragging} nodes={nodes} />
      <ReactFlow<BoardNode>
        deleteKeyCode={null}
        disableKeyboardA11y
        edges={[]}
        elementsSelectable={!comparing}
        elevateNodesOnSelect={false}
        maxZoom={2.5}
        minZoom={0.02}
        multiSelectionKeyCode="Shift"
        nodes={nodes}
        nodesConnectable={!still && draws}
        nodesDraggable={tool === "select" && !still}
        nodeTypes={NODE_TYPES}
        onlyRenderVisibleElements
        onNodeDoubleClick={(_, node) =>
          (node.type === "pod" || node.type === "host") &&
          !still &&
          !named.includes(`${node.type}s`) &&
          uiStore.setState({ editing: node.id })
        }
        onNodesChange={onNodesChange}
        onPaneClick={() => select([])}
        panActivationKeyCode="Space"
        panOnDrag={tool === "hand" ? [0, 1] : [1]}
        panOnScroll
        proOptions={{ hideAttribution: true }}
        selectionKeyCode={tool === "hand" ? "Shift" : null}
        selectionMode={SelectionMode.Full}
        selectionOnDrag={tool === "select"}
        zIndexMode="manual"
        zoomOnDoubleClick={false}
        {...useMoving(setDragging)}
        {...useConnecting()}
        connectionLineComponent={ConnectionLine}
        connectionRadius={0}
      >
        <Painted />
        <GhostLayer />
        <TraceLayer />
        <Guides />
        <Minimap />
      </ReactFlow>
      <PeopleLayer />
      <AttackLayer />
      <TrialLayer />
      <ExpectationMarks />
      <UnsavedLayer />
      <Whereabouts root={root} />
      <ArrowChoice />
      {!looking && <DrawnChoice />}
      <BackToContent />
      <StaleBanner />
      <LookingBanner />
      {empty && !comparing && <EmptyBoard />}
      {!looking && <ViewSwitch />}
      {!comparing && <Toolbar />}
      <ConnectPopover />
      <ContextMenu />
      <ArrowList />
    </div>
  );
}

/** By itself, for it follows every step of panning. */
function Whereabouts({ root }: { root: RefObject<HTMLElement | null> }) {
  useWhereabouts(root);
  return null;
}

function nodesCount(board: { namespaces: object; pods: object; hosts: object }): number {
  return Object.keys(board.namespaces).length + Object.keys(board.pods).length + Object.keys(board.hosts).length;
}
