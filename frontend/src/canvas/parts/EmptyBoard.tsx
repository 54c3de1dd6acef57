import { run } from "@/commands/command";
import { commandNamed } from "@/commands/list";
import { useReadOnly } from "@/store/use";
import { CanvasIcon, type CanvasIconName } from "./CanvasIcon";
import "./empty-board.css";

const WAYS: readonly { command: string; icon: CanvasIconName; label: string; hint: string }[] = [
  { command: "add-pod", icon: "pod", label: "Add a pod", hint: "with a namespace around it" },
  { command: "add-namespace", icon: "namespace", label: "Add a namespace", hint: "a frame to put pods in" },
  { command: "import", icon: "upload", label: "Import manifests", hint: "files, a folder, a zip, or text" },
  { command: "paste", icon: "copy", label: "Paste YAML", hint: "from kubectl get -o yaml" },
  { command: "all-boards", icon: "layout", label: "Start from an example", hint: "or take a lesson" },
  { command: "tour", icon: "flag", label: "Take the tour", hint: "the screen in a minute" },
];

/** What an empty board says, and the first things to do there. */
export function EmptyBoard() {
  const readOnly = useReadOnly();
  if (readOnly) return <NothingYet />;
  return (
    <div className="empty-board">
      <h2>Drag a pod here, or begin with one of these</h2>
      <ul className="empty-board__ways">
        {WAYS.map(({ command, icon, label, hint }) => (
          <li key={command}>
            <button className="empty-board__way" onClick={() => run(commandNamed(command))} type="button">
              <CanvasIcon name={icon} size={18} />
              <span>
                <b>{label}</b>
                <span className="empty-board__hint">{hint}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      <p>Then draw arrows from card to card, and add a policy: the arrows show what it does.</p>
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
