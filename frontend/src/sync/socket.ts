import { Pulse } from "./pulse";

/** The board was deleted, or is not open to this person. */
export const GONE = 4404;
/** The link by which this person came has expired or was revoked. */
export const ENDED = 4403;
/** The person of this browser signed in or out: the page begins anew as who they are now. */
export const ANEW = 4401;
const FINAL: readonly number[] = [GONE, ENDED, ANEW];
const FIRST_WAIT_MS = 400;
const LONGEST_WAIT_MS = 8_000;

interface Handlers<Server> {
  message(message: Server): void;
  /** Every time the connection breaks; the next attempt is already planned. */
  down(): void;
  /** The server closed it for good, and said why with a code of its own. No attempt follows. */
  over(code: number): void;
}

export interface Socket<Client> {
  /** False when the connection does not stand: the message is not sent and not kept. */
  send(message: Client): boolean;
  close(): void;
}

/** A WebSocket that connects again by itself, waiting longer after each failure, at once when the browser is back
 * on line. A connection on which nothing is heard any more counts as broken. */
export function connect<Server extends { type: string }, Client>(
  path: string,
  handlers: Handlers<Server>,
): Socket<Client> {
  let socket: WebSocket | null = null;
  let wait = FIRST_WAIT_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let closed = false;
  const pulse = new Pulse({ ask: () => socket?.send('{"type":"ping"}'), lost: () => broken(socket) });

  const open = () => {
    clearTimeout(timer);
    const url = `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}${path}`;
    const mine = new WebSocket(url);
    socket = mine;
    pulse.start();
    mine.onmessage = (event) => {
      if (closed || socket !== mine) return;
      pulse.heard();
      const message = JSON.parse(String(event.data)) as Server;
      // Only a server that has something to say counts: one that accepts and closes at once is not there.
      if (message.type !== "pong") wait = FIRST_WAIT_MS;
      handlers.message(message);
    };
    mine.onclose = ({ code }) => {
      if (FINAL.includes(code) && socket === mine && !closed) {
        end();
        handlers.over(code);
      } else broken(mine);
    };
  };
  const broken = (mine: WebSocket | null) => {
    if (closed || !mine || socket !== mine) return;
    socket = null;
    pulse.stop();
    mine.close();
    handlers.down();
    // Half of the wait is random, so that a restarted server is not met by everybody at once.
    timer = setTimeout(open, wait / 2 + Math.random() * (wait / 2));
    wait = Math.min(wait * 2, LONGEST_WAIT_MS);
  };
  const hurry = () => {
    if (!socket && !closed) open();
  };
  const offline = () => broken(socket);
  const end = () => {
    closed = true;
    clearTimeout(timer);
    pulse.stop();
    window.removeEventListener("online", hurry);
    window.removeEventListener("offline", offline);
    socket?.close();
  };
  window.addEventListener("online", hurry);
  window.addEventListener("offline", offline);
  open();

  return {
    send(message) {
      if (socket?.readyState !== WebSocket.OPEN) return false;
      socket.send(JSON.stringify(message));
      return true;
    },
    close: end,
  };
}
