import { useEffect } from "react";
import { placeName } from "@/model/places";
import { Button } from "@/panels/parts/Button";
import { VerdictMark } from "@/panels/parts/VerdictMark";
import { banner } from "@/panels/right/why";
import { camera } from "@/store/camera";
import { uiStore } from "@/store/ui";
import { useBoard, useUi } from "@/store/use";
import { say } from "@/texts/app";
import "./presenting.css";

const SETTLED_MS = 80;

/** What stands around the canvas while the board is presented: its name, and in large type what is selected. */
export function Presenting() {
  const name = useBoard((board) => board.board?.name ?? "");
  useEffect(() => {
    // The canvas takes the whole window first; afterwards the panels take their part of it again.
    const showAll = () => setTimeout(() => camera()?.fit(), SETTLED_MS);
    const timer = showAll();
    return () => {
      clearTimeout(timer);
      showAll();
    };
  }, []);
  return (
    <>
      <header className="presenting__head">
        <h1 className="ellipsis">{name}</h1>
        <Button onClick={() => uiStore.setState({ mode: "work" })}>{say.stopPresentingEsc}</Button>
      </header>
      <Caption />
    </>
  );
}

/** The selected arrow and its verdict; for anything else its name. */
function Caption() {
  const only = useUi((ui) => (ui.selection.length === 1 ? (ui.selection[0]?.id ?? "") : ""));
  const connection = useBoard((board) => board.connections[only]);
  const verdict = useBoard((board) => board.verdicts[only]);
  const from = useBoard((board) => placeName(board, connection?.source ?? ""));
  const to = useBoard((board) => placeName(board, connection?.destination ?? ""));
  if (!connection) return null;
  return (
    <p aria-live="polite" className="presenting__caption">
      <span className="presenting__ends">
        {from} → {to}{" "}
        <span className="mono">
          {connection.protocol} {connection.port}
        </span>
      </span>
      {verdict && (
        <span className="presenting__verdict">
          <VerdictMark allowed={verdict.allowed} /> {banner(verdict)}
        </span>
      )}
    </p>
  );
}
