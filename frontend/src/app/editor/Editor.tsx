import { lazy, type ReactNode, Suspense, useEffect } from "react";
import { Canvas } from "@/canvas/Canvas";
import { connectCommands } from "@/commands/command";
import { Dialogs } from "@/panels/dialogs/Dialogs";
import { readAddress } from "@/panels/dock/compare/address";
import { compareWith } from "@/panels/dock/compare/comparing";
import { Dock } from "@/panels/dock/Dock";
import { LeftPanel } from "@/panels/left/LeftPanel";
import { RightPanel } from "@/panels/right/RightPanel";
import { StatusBar } from "@/panels/status/StatusBar";
import { TopBar } from "@/panels/top-bar/TopBar";
import { useTour } from "@/store/tour";
import { forgetChoices, uiStore } from "@/store/ui";
import { useBoard, useUi } from "@/store/use";
import { watchOwnLesson } from "@/sync/author";
import { watchLesson } from "@/sync/lesson";
import { openBoard, sendOrTell } from "@/sync/session";
import { say } from "@/texts/app";
import { Announcer } from "../Announcer";
import { Lighting } from "./Lighting";
import { LinkScreen } from "./LinkScreen";
import { Over } from "./Over";
import { Presenting } from "./Presenting";
import { Whereabouts } from "./Whereabouts";
import "./editor.css";
import "./narrow.css";

connectCommands(sendOrTell);

const Tour = lazy(() => import("@/panels/tour/Tour").then((module) => ({ default: module.Tour })));

/** The whole editor of one board: the panels around the canvas. In a workshop another bar stands at its top. */
export function Editor({ id, top = <TopBar /> }: { id: string; top?: ReactNode }) {
  useEffect(() => {
    const close = openBoard(id);
    return () => {
      close();
      forgetChoices();
    };
  }, [id]);
  useEffect(() => watchLesson(id), [id]);
  useComparisonOfAddress();
  useEffect(watchOwnLesson, []);
  const closed = useBoard((board) => board.closed);
  const learning = useBoard((board) => board.lesson !== null || board.ownLesson !== null);
  const name = useBoard((board) => board.board?.name);
  useEffect(() => {
    if (name) document.title = `${name} · Netpol Studio`;
  }, [name]);
  const leftOpen = useUi((ui) => ui.leftOpen);
  const rightOpen = useUi((ui) => ui.rightOpen);
  useEffect(() => {
    // Where the left panel would lie over the canvas it waits to be asked for; a lesson is read at once.
    if (learning) uiStore.setState({ leftOpen: true });
  }, [learning]);
  const mode = useUi((ui) => ui.mode);
  const dockOpen = useUi((ui) => ui.dockOpen);
  const touring = useTour((tour) => tour.step !== null);
  const over = useBoard((board) => (board.link === "gone" || board.link === "ended" ? board.link : null));
  if (over) return <Over why={over} />;
  return (
    <div
      className="editor"
      data-closed={closed}
      data-dock={dockOpen}
      data-learning={learning}
      data-left={leftOpen}
      data-mode={mode}
      data-right={rightOpen}
    >
      {top}
      <LeftPanel />
      <main className="editor__canvas">
        <Canvas />
        <PanelToggle open={leftOpen} panel="left" />
        <PanelToggle open={rightOpen} panel="right" />
        {mode === "present" && <Presenting />}
      </main>
      <Dock />
      <RightPanel />
      <StatusBar />
      <Dialogs />
      <Suspense fallback={null}>{touring && <Tour />}</Suspense>
      <Lighting />
      <Whereabouts />
      <LinkScreen />
      <Announcer />
    </div>
  );
}

/** A link may lead to a comparison. */
function useComparisonOfAddress(): void {
  const board = useBoard((state) => state.board?.id);
  useEffect(() => {
    const asked = board ? readAddress(location.search) : null;
    if (asked) void compareWith(asked);
  }, [board]);
}

/** Folds a side panel away, and back: on a small screen the canvas needs the room. */
function PanelToggle({ panel, open }: { panel: "left" | "right"; open: boolean }) {
  const words = say.thePanel(open ? "Hide" : "Show", panel);
  const toggle = () => uiStore.setState(panel === "left" ? { leftOpen: !open } : { rightOpen: !open });
  return (
    <button
      aria-label={words}
      className={`editor__toggle editor__toggle--${panel}`}
      onClick={toggle}
      title={words}
      type="button"
    >
      <svg
        aria-hidden="true"
        fill="none"
        height="14"
        stroke="currentColor"
        strokeWidth="1.5"
        viewBox="0 0 14 14"
        width="14"
      >
        <rect height="10" rx="2.5" width="12" x="1" y="2" />
        <path d={panel === "left" ? "M5 2v10" : "M9 2v10"} />
      </svg>
    </button>
  );
}
