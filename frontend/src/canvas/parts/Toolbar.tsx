import { useStore } from "@xyflow/react";
import { currentView, doable, isOffered, run } from "@/commands/command";
import { spelled } from "@/commands/keys";
import { commandNamed } from "@/commands/list";
import { useLesson, useReadOnly, useUi } from "@/store/use";
import { CanvasIcon, isIcon } from "./CanvasIcon";
import "./toolbar.css";

const TOOLS = [
  { name: "tool-select", text: "Select", tool: "select", bare: false },
  { name: "tool-hand", text: "Hand", tool: "hand", bare: true },
  { name: "connect", text: "Connect", tool: "connect", bare: false },
] as const;
const THINGS = [
  { name: "add-pod", text: "Pod", bare: false },
  { name: "add-namespace", text: "Namespace", bare: false },
  { name: "add-host", text: "External IP", bare: true },
] as const;

/** The tools at the foot of the canvas. */
export function Toolbar() {
  const tool = useUi((ui) => ui.tool);
  const percent = useStore((state) => Math.round(state.transform[2] * 100));
  return (
    <div aria-label="Tools" className="tools" role="toolbar">
      {TOOLS.map(({ name, text, tool: mine, bare }) => (
        <Tool bare={bare} key={name} name={name} pressed={tool === mine} text={text} />
      ))}
      <span className="tools__gap" />
      {THINGS.map(({ name, text, bare }) => (
        <Tool bare={bare} key={name} name={name} text={text} />
      ))}
      <span className="tools__gap" />
      <Tool bare name="zoom-out" text="Zoom out" />
      <button
        className="tools__percent"
        onClick={() => run(commandNamed("zoom-full"))}
        title="Zoom to 100 %"
        type="button"
      >
        {percent}%
      </button>
      <Tool bare name="zoom-in" text="Zoom in" />
      <Tool name="fit" text="Fit" />
    </div>
  );
}

interface ToolProps {
  name: string;
  text: string;
  pressed?: boolean;
  /** The picture alone. */
  bare?: boolean;
}

function Tool({ name, text, pressed, bare }: ToolProps) {
  const command = commandNamed(name);
  const shortcut = command.shortcuts?.[0];
  useReadOnly(); // whether it can be done depends on these two
  useLesson((state) => state.lesson);
  if (!isOffered(command)) return null;
  const view = currentView();
  const label = command.labelFor?.(view) ?? command.label;
  return (
    <button
      aria-label={bare ? text : undefined}
      aria-pressed={pressed}
      className={`tools__tool ${pressed ? "tools__tool--on" : ""} ${bare ? "tools__tool--bare" : ""}`}
      disabled={!doable(command, view)}
      onClick={() => run(command)}
      title={shortcut ? `${label} (${spelled(shortcut)})` : label}
      type="button"
    >
      {isIcon(command.icon) && <CanvasIcon name={command.icon} />}
      {!bare && <span className="tools__text">{text}</span>}
    </button>
  );
}
