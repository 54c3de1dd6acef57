import { useEffect } from "react";
import { Canvas } from "@/canvas/Canvas";
import { Dialogs } from "@/panels/dialogs/Dialogs";
import { Dock } from "@/panels/dock/Dock";
import { LeftPanel } from "@/panels/left/LeftPanel";
import { RightPanel } from "@/panels/right/RightPanel";
import { StatusBar } from "@/panels/status/StatusBar";
import { TopBar } from "@/panels/top-bar/TopBar";
import { useBoard, useUi } from "@/store/use";
import { openBoard } from "@/sync/session";
import "./editor.css";

/** The whole editor of one board: the panels around the canvas. */
export function Editor({ id }: { id: string }) {
  useEffect(() => openBoard(id), [id]);
  const name = useBoard((board) => board.board?.name);
  useEffect(() => {
    if (name) document.title = `${name} · Netpol Studio`;
  }, [name]);
  const leftOpen = useUi((ui) => ui.leftOpen);
  const rightOpen = useUi((ui) => ui.rightOpen);
  const dockOpen = useUi((ui) => ui.dockOpen);
  return (
    <div className="editor" data-dock={dockOpen} data-left={leftOpen} data-right={rightOpen}>
      <TopBar />
      <LeftPanel />
      <main className="editor__canvas">
        <Canvas />
      </main>
      <Dock />
      <RightPanel />
      <StatusBar />
      <Dialogs />
      <Announcer />
    </div>
  );
}

/** Says aloud what changed on the canvas, for people who do not see it. */
function Announcer() {
  const { text, count } = useBoard((board) => board.announcement);
  return (
    <div aria-live="polite" className="visually-hidden" role="status">
      <span key={count}>{text}</span>
    </div>
  );
}
