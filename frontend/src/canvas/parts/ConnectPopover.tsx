import { type FormEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { newId } from "@/model/ids";
import { placeName } from "@/model/places";
import { type ConnectionRecord, type Port, PROTOCOLS, type Protocol } from "@/model/records";
import { camera } from "@/store/camera";
import { openDialog, selectOne } from "@/store/ui";
import { useBoard, useUi } from "@/store/use";
import { RefusedError, send } from "@/sync/session";
import { CanvasIcon } from "./CanvasIcon";
import "./connect-popover.css";

interface Asked {
  source: string;
  destination?: string;
  at?: { x: number; y: number };
}

/** Asks for what a new connection needs: where to (when it was not dragged there), protocol and port. */
export function ConnectPopover() {
  const dialog = useUi((ui) => ui.dialog);
  return dialog?.name === "connect" ? <Popover asked={dialog} key={`${dialog.source} ${dialog.destination}`} /> : null;
}

function Popover({ asked }: { asked: Asked }) {
  const board = useBoard((state) => state);
  const targets = useMemo(() => targetsOf(board, asked.source), [board, asked.source]);
  const [destination, setDestination] = useState(asked.destination ?? targets[0]?.id ?? "");
  const ports = board.pods[destination]?.ports ?? [];
  const [chosen, setChosen] = useState<Pick<Port, "protocol" | "port"> | null>(null);
  const value = chosen ?? firstPort(ports);
  const [fault, setFault] = useState("");
  const form = useRef<HTMLFormElement>(null);
  usePlace(form, asked.at ?? null, asked.source);
  useEscape();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const port = Number(value.port);
    if (!Number.isInteger(port) || port < 1 || port > 65535) {
      setFault("A port is a number from 1 to 65535.");
      return;
    }
    const id = newId();
    try {
      await send("connect", { id, source: asked.source, destination, protocol: value.protocol, port });
      openDialog(null);
      selectOne("connections", id);
      camera()?.focus(asked.source);
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      setFault(error.message);
    }
  };
  return (
    <form
      aria-label="New connection"
      className="connect-popover"
      onSubmit={(event) => void submit(event)}
      ref={form}
      role="dialog"
    >
      <header className="connect-popover__head">
        <b>{placeName(board, asked.source)}</b>
        <span>→</span>
        {asked.destination ? (
          <b>{placeName(board, asked.destination)}</b>
        ) : (
          <select
            aria-label="Connect to"
            // biome-ignore lint/a11y/noAutofocus: the person has just asked for this question
            autoFocus
            onChange={(event) => {
              setDestination(event.target.value);
              setChosen(null);
            }}
            value={destination}
          >
            {targets.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
        <button aria-label="Close" className="connect-popover__close" onClick={() => openDialog(null)} type="button">
          <CanvasIcon name="close" size={14} />
        </button>
      </header>
      {ports.length > 0 && (
        <div className="connect-popover__ports">
          {ports.map((port) => (
            <button
              aria-pressed={port.port === Number(value.port) && port.protocol === value.protocol}
              key={`${port.protocol} ${port.port} ${port.name}`}
              onClick={() => setChosen(port)}
              type="button"
            >
              {port.name && <span>{port.name}</span>} {port.protocol} {port.port}
            </button>
          ))}
        </div>
      )}
      <div className="connect-popover__fields">
        <select
          aria-label="Protocol"
          onChange={(event) => setChosen({ ...value, protocol: event.target.value as Protocol })}
          value={value.protocol}
        >
          {PROTOCOLS.map((protocol) => (
            <option key={protocol}>{protocol}</option>
          ))}
        </select>
        <input
          aria-invalid={fault !== ""}
          aria-label="Port"
          // biome-ignore lint/a11y/noAutofocus: the person has just asked for this question
          autoFocus={asked.destination !== undefined}
          inputMode="numeric"
          onChange={(event) => {
            setFault("");
            setChosen({ ...value, port: event.target.value as unknown as number });
          }}
          onFocus={(event) => event.target.select()}
          value={value.port}
        />
        <button className="connect-popover__go" disabled={!destination} type="submit">
          Connect
        </button>
      </div>
      {fault && (
        <p className="connect-popover__fault" role="alert">
          {fault}
        </p>
      )}
    </form>
  );
}

function firstPort(ports: Port[]): Pick<ConnectionRecord, "protocol" | "port"> {
  const [first] = ports;
  return first ? { protocol: first.protocol, port: first.port } : { protocol: "TCP", port: 80 };
}

/** Everything a connection from `source` can go to. Two outside addresses have nothing to do with a cluster. */
function targetsOf(board: Parameters<typeof placeName>[0], source: string): { id: string; name: string }[] {
  const hosts = source in board.hosts ? [] : Object.keys(board.hosts);
  return [...Object.keys(board.pods), ...hosts]
    .filter((id) => id !== source)
    .map((id) => ({ id, name: placeName(board, id) }))
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** Puts the form beside the point, or beside the source's card, inside the window. */
function usePlace(
  form: React.RefObject<HTMLElement | null>,
  at: { x: number; y: number } | null,
  source: string,
): void {
  useLayoutEffect(() => {
    const element = form.current;
    if (!element) return;
    const { width, height } = element.getBoundingClientRect();
    const card = document.querySelector(`.react-flow__node[data-id="${source}"]`)?.getBoundingClientRect();
    const x = at?.x ?? (card ? card.right + 14 : innerWidth / 2 - width / 2);
    const y = at?.y ?? card?.top ?? innerHeight / 3;
    element.style.left = `${Math.max(8, Math.min(x + 10, innerWidth - width - 8))}px`;
    element.style.top = `${Math.max(8, Math.min(y + 10, innerHeight - height - 8))}px`;
  }, [form, at, source]);
}

function useEscape(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      openDialog(null);
    };
    window.addEventListener("keydown", onKey, true);
    return () => window.removeEventListener("keydown", onKey, true);
  }, []);
}
