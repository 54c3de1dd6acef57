/** What a cell says: a sign and few words, and for screen readers and tooltips a whole sentence. */
import { type PortAsked, portWords, shortPorts } from "@/model/port-words";
import { NO_PORT, type Reach } from "@/store/reach";
import type { Item } from "./axes";
import { ITSELF, type Judge, NOT_OURS, type Passage, passage, type Sum, sumOf, UNDECIDED } from "./spots";

/** What cells are asked for: one port, or any. */
export interface Question {
  asked: PortAsked | null;
  judge: Judge;
}

export interface Look {
  tone: "allow" | "deny" | "undef" | "mixed" | "none";
  sign: string;
  text: string;
  /** All that `text` stands for, where it is cut short. */
  full?: string;
  /** "allowed on 3306", without the names. */
  words: string;
}

const NOBODY: Look = { tone: "none", sign: "", text: "–", words: "no policy decides between addresses outside" };
const SELF: Look = { tone: "none", sign: "", text: "self", words: "a pod always reaches itself" };
const UNSAID: Look = { tone: "undef", sign: "?", text: "", words: "nobody can say, for a pod has ended" };
const SHUT: Look = { tone: "deny", sign: "✕", text: "", words: "blocked on every port" };

export function lookOf(
  reach: Reach,
  source: Item,
  destination: Item,
  { asked, judge }: Question,
): { look: Look; sum: Sum } {
  const sum = sumOf(reach, source.spots, destination.spots, judge);
  const [one] = source.spots;
  const [other] = destination.spots;
  if (source.folded || destination.folded || !one || !other) return { look: folded(reach, sum, { asked, judge }), sum };
  return { look: single(reach, passage(reach, one, other), { asked, judge }), sum };
}

function single(reach: Reach, value: Passage, { asked, judge }: Question): Look {
  if (value === ITSELF) return SELF;
  if (value === NOT_OURS) return NOBODY;
  if (value === UNDECIDED) return UNSAID;
  if (asked) return forPort(judge(value) === true, asked);
  if (value === NO_PORT) return SHUT;
  const ports = reach.ports[value] ?? {};
  const full = portWords(ports);
  return { tone: "allow", sign: "✓", text: shortPorts(ports), full, words: `allowed on ${full}` };
}

function forPort(open: boolean, { protocol, port }: PortAsked): Look {
  const words = `${open ? "allowed" : "blocked"} on ${protocol} ${port}`;
  return open ? { tone: "allow", sign: "✓", text: "", words } : { tone: "deny", sign: "✕", text: "", words };
}

function folded(reach: Reach, sum: Sum, question: Question): Look {
  const { asked } = question;
  const { pairs, open, undecided, alike } = sum;
  if (pairs === 0) return undecided > 0 ? UNSAID : { ...NOBODY, words: "there is no pair of different ends" };
  if (alike !== null) {
    const look = single(reach, alike, question);
    return { ...look, words: `all ${pairs} pairs: ${look.words}` };
  }
  const on = asked ? ` on ${asked.protocol} ${asked.port}` : "";
  const words = `${open} of ${pairs} pairs pass${on}`;
  if (open === 0) return { tone: "deny", sign: "✕", text: "", words };
  return {
    tone: open === pairs ? "allow" : "mixed",
    sign: open === pairs ? "✓" : "",
    text: `${open} of ${pairs}`,
    words,
  };
}
