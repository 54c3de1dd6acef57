import { run } from "@/commands/command";
import { commandNamed } from "@/commands/list";
import { useReadOnly } from "@/store/use";
import { CanvasIcon } from "./CanvasIcon";
import "./empty-board.css";

/** What an empty board says. */
export function EmptyBoard() {
  const readOnly = useReadOnly();
  if (readOnly) return <NothingYet />;
  return (
    <div className="empty-board">
      <span className="empty-board__frame">
        <CanvasIcon name="pod" size={28} />
      </span>
      <h2>Drag a pod here, or import manifests</h2>
      <p>A pod dropped on the empty canvas gets a namespace around it. Then draw arrows, and add a policy.</p>
      <div className="empty-board__ways">
        <button className="empty-board__way" onClick={() => run(commandNamed("add-pod"))} type="button">
          <CanvasIcon name="plus" /> Add a pod
        </button>
        <button className="empty-board__way" onClick={() => run(commandNamed("import"))} type="button">
          <CanvasIcon name="upload" /> Import manifests
        </button>
      </div>
    </div>
  );
}

function NothingYet() {
  return (
    <div className="empty-board">
      <h2>Nothing is on this board yet</h2>
      <p>What others put here shows up by itself.</p>
    </div>
  );
}
