import { type FormEvent, useEffect, useLayoutEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { useShallow } from "zustand/react/shallow";
import type { XY } from "@/geometry/shapes";
import { newId } from "@/model/ids";
import { endName } from "@/model/places";
import { type Port, PROTOCOLS, type Protocol, type Tables } from "@/model/records";
import { camera } from "@/store/camera";
import { choosePolicies, selectOne } from "@/store/ui";
import { useBoard } from "@/store/use";
import { RefusedError, send } from "@/sync/session";
import { type CanvasState, canvasStore, useCanvas } from "../state";
import { CanvasIcon } from "./CanvasIcon";
import "./connect-popover.css";

type Asked = NonNullable<CanvasState["connecting"]>;

/** Asks what a connection that was just dragged is about: protocol and port, the destination's own ports first. */
export function ConnectPopover() {
  const asked = useCanvas((state) => state.connecting);
  return asked ? <Popover asked={asked} key={`${asked.source} ${asked.destination}`} /> : null;
}

function Popover({ asked }: { asked: Asked }) {
  const from = useBoard((board) => endName(board, asked.source));
  const to = useBoard((board) => endName(board, asked.destination));
  const ports = useBoard(useShallow((board) => exposed(board, asked.destination)));
  // A whole namespace has no one arrow that could be watched.
  const whole = useBoard((board) => asked.source in board.namespaces || asked.destination in board.namespaces);
  const [value, setValue] = useState<{ protocol: Protocol; port: string }>(() => firstPort(ports));
  const [fault, setFault] = useState("");
  const form = useRef<HTMLFormElement>(null);
  usePlace(form, asked.at);
  useLeaving(form);

  const asPort = () => {
    const port = Number(value.port);
    if (Number.isInteger(port) && port >= 1 && port <= 65535) return port;
    setFault("A port is a number from 1 to 65535.");
    return null;
  };
  const choose = (want: boolean) => {
    const port = asPort();
    if (port === null) return;
    close();
    choosePolicies({ source: asked.source, destination: asked.destination, protocol: value.protocol, port, want });
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const port = asPort();
    if (port === null) return;
    if (whole) return choose(true);
    const id = newId();
    try {
      await send("connect", {
        id,
        source: asked.source,
        destination: asked.destination,
        protocol: value.protocol,
        port,
      });
      close();
      camera()?.focus(asked.source);
      selectOne("connections", id);
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      setFault(error.message);
    }
  };
  return createPortal(
    <form
      aria-label="New connection"
      className="connect-popover"
      onSubmit={(event) => void submit(event)}
      ref={form}
      role="dialog"
    >
      <header className="connect-popover__head">
        <b>{from}</b>
        <span>→</span>
        <b>{to}</b>
        <button aria-label="Close" className="connect-popover__close" onClick={close} type="button">
          <CanvasIcon name="close" size={14} />
        </button>
      </header>
      {ports.length > 0 && (
        <div className="connect-popover__ports">
          {ports.map((port) => (
            <button
              aria-pressed={port.port === Number(value.port) && port.protocol === value.protocol}
              key={`${port.protocol} ${port.port} ${port.name}`}
              onClick={() => setValue({ protocol: port.protocol, port: String(port.port) })}
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
          onChange={(event) => setValue({ ...value, protocol: event.target.value as Protocol })}
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
          autoFocus
          inputMode="numeric"
          onChange={(event) => {
            setFault("");
            setValue({ ...value, port: event.target.value });
          }}
          onFocus={(event) => event.target.select()}
          value={value.port}
        />
      </div>
      <div className="connect-popover__verbs">
        {!whole && (
          <button className="connect-popover__go" title="Draw the arrow, and see what the policies say" type="submit">
            Watch
          </button>
        )}
        <button onClick={() => choose(true)} title="Choose a policy that lets it through" type="button">
          Allow…
        </button>
        <button onClick={() => choose(false)} title="Choose a policy that stops it" type="button">
          Block…
        </button>
      </div>
      {fault && (
        <p className="connect-popover__fault" role="alert">
          {fault}
        </p>
      )}
    </form>,
    document.body,
  );
}

/** The ports that a pod declares; of a namespace those of all its pods. */
function exposed({ pods }: Pick<Tables, "pods">, id: string): Port[] {
  const own = pods[id];
  if (own) return own.ports;
  const found = new Map<string, Port>();
  for (const { namespace, ports } of Object.values(pods)) {
    if (namespace !== id) continue;
    for (const port of ports)
      found.set(`${port.protocol} ${port.port}`, found.get(`${port.protocol} ${port.port}`) ?? port);
  }
  return [...found.values()].sort((a, b) => a.port - b.port).slice(0, MOST_PORTS);
}

const MOST_PORTS = 12;

function firstPort([first]: Port[]): { protocol: Protocol; port: string } {
  return first ? { protocol: first.protocol, port: String(first.port) } : { protocol: "TCP", port: "80" };
}

function close(): void {
  canvasStore.setState({ connecting: null });
}

/** Puts the form beside the point, inside the window. */
function usePlace(form: React.RefObject<HTMLElement | null>, at: XY): void {
  useLayoutEffect(() => {
    const element = form.current;
    if (!element) return;
    const { width, height } = element.getBoundingClientRect();
    element.style.left = `${Math.max(8, Math.min(at.x + 10, innerWidth - width - 8))}px`;
    element.style.top = `${Math.max(8, Math.min(at.y + 10, innerHeight - height - 8))}px`;
  }, [form, at]);
}

/** Escape and a press elsewhere leave it. */
function useLeaving(form: React.RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      close();
    };
    const onPress = (event: PointerEvent) => {
      if (!(event.target instanceof Node) || !form.current?.contains(event.target)) close();
    };
    window.addEventListener("keydown", onKey, true);
    window.addEventListener("pointerdown", onPress, true);
    return () => {
      window.removeEventListener("keydown", onKey, true);
      window.removeEventListener("pointerdown", onPress, true);
    };
  }, [form]);
}
