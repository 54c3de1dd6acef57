/** The way of a packet in steps, each with a caption: for teaching. The facts are the verdict's. */
import type { Packet } from "@/store/trace";
import type { ConnectionVerdict } from "@/wire/messages";
import { shortPlace, sideSteps } from "../why";

export interface TraceStep extends Omit<Packet, "connection"> {
  title: string;
  caption: string;
}

const ENDS = { source: 0.06, middle: 0.5, destination: 0.94 };

export function traceSteps(verdict: ConnectionVerdict): TraceStep[] {
  const [leaving, entering] = sideSteps(verdict);
  const [from, to] = [shortPlace(verdict.source), shortPlace(verdict.destination)];
  const port = `${verdict.protocol} ${verdict.port}`;
  const steps: TraceStep[] = [
    { title: "Start", caption: `${from} opens a connection to ${to} on ${port}.`, at: 0, state: "going" },
  ];
  const out = leaving.allowed !== false;
  steps.push({ title: leaving.title, caption: leaving.text, at: ENDS.source, state: out ? "going" : "stopped" });
  if (!out) {
    steps.push({
      title: "Stopped",
      caption: `The packet never leaves ${from}. What ${to} would let in is not asked.`,
      at: ENDS.source,
      state: "stopped",
    });
    return steps;
  }
  steps.push({ title: "On the way", caption: "Between the pods no policy is asked.", at: ENDS.middle, state: "going" });
  const into = entering.allowed !== false;
  steps.push({
    title: entering.title,
    caption: entering.text,
    at: ENDS.destination,
    state: into ? "going" : "stopped",
  });
  if (!into) {
    const caption = `The packet is dropped before ${to}. ${from} waits for an answer that never comes.`;
    steps.push({ title: "Stopped", caption, at: ENDS.destination, state: "stopped" });
    return steps;
  }
  const back = `The reply goes back to ${from}. Replies follow the connection: no policy is asked for them.`;
  steps.push({ title: "Reply", caption: back, at: 0, state: "reply" });
  return steps;
}
