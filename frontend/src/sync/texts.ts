import { announce, boardStore, noticeFaults } from "@/store/board";
import { clearWriting, keepUntaken, setHeld } from "@/store/writing";
import type { ClientMessage, ServerMessage } from "@/wire/messages";
import { DraftLine } from "./draft-line";
import { RefusedError } from "./refused";

/** As long as on the server: after this time without a keystroke of theirs, another may go on. */
const HELD_MS = 3_000;

interface Ways {
  clientId: string;
  transmit(message: ClientMessage): boolean;
  /** Rejects with `RefusedError`. */
  send(command: string, params: Record<string, unknown>): Promise<void>;
}

/** The policies' texts between a keystroke and a revision. One person at a time writes into a text; what the server
 * does not take of this person's is kept and offered. */
export class Texts {
  private readonly line: DraftLine;
  /** By policy: the text that this person began to type onto. */
  private readonly bases = new Map<string, string>();
  private readonly holds = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(private readonly ways: Ways) {
    this.line = new DraftLine((policy, text) =>
      ways.transmit({ type: "draft", policy, text, base: this.bases.get(policy) ?? null, client_id: ways.clientId }),
    );
  }

  /** `before`: what stood in the editor before the keystroke. */
  type(policy: string, text: string, before: string): void {
    const goingOn = this.line.busy(policy) || boardStore.getState().drafts[policy]?.client_id === this.ways.clientId;
    if (!goingOn || !this.bases.has(policy)) this.bases.set(policy, before);
    this.line.type(policy, text, () => void this.commit(policy));
  }

  /** Whether something typed here is not answered yet, so that what the server shows is older. */
  busy(policy: string): boolean {
    return this.line.busy(policy);
  }

  async commit(policy: string): Promise<void> {
    await this.line.settled(policy);
    const { drafts, policies } = boardStore.getState();
    const draft = drafts[policy];
    if (!draft || draft.text === null || draft.faults.length > 0 || draft.client_id !== this.ways.clientId) return;
    if (draft.text === policies[policy]?.text) {
      this.drop(policy);
      return;
    }
    const before = this.bases.get(policy);
    // What is typed while the answer is under way is typed onto this text.
    this.bases.set(policy, draft.text);
    try {
      await this.ways.send("edit_policy", { id: policy, text: draft.text, base: draft.base });
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      if (before !== undefined) this.bases.set(policy, before);
      if (error.faults.some(({ code }) => code === "text_changed")) {
        this.notTaken(policy, error.message);
        this.drop(policy);
      } else {
        noticeFaults(error.faults);
        announce(error.message);
      }
    }
  }

  drop(policy: string): void {
    this.forget(policy);
    this.ways.transmit({ type: "drop_draft", policy, client_id: this.ways.clientId });
  }

  /** Follows what the server says of drafts. */
  take(message: ServerMessage): void {
    if (message.type === "draft") this.told(message);
    if (message.type !== "draft_refused") return;
    const { policy } = message.draft;
    const reasons = message.errors.map((fault) => fault.message).join(" ");
    if (message.errors.some(({ code }) => code === "being_typed")) this.hold(policy);
    this.notTaken(policy, reasons);
  }

  restart(): void {
    this.line.restart();
  }

  clear(): void {
    for (const timer of this.holds.values()) clearTimeout(timer);
    this.holds.clear();
    this.bases.clear();
    this.line.clear();
    clearWriting();
  }

  private told({ draft, client_id }: Extract<ServerMessage, { type: "draft" }>): void {
    const mine = client_id === this.ways.clientId;
    if (draft.text === null) this.release(draft.policy);
    else if (mine) this.line.answered(draft.policy);
    // A draft that an edit moved along is nobody's keystroke.
    if (draft.text !== null && !mine && draft.client_id === client_id) this.hold(draft.policy);
  }

  /** Keeps what was typed, and lets the editor show what stands there instead. */
  private notTaken(policy: string, reasons: string): void {
    const typed = this.line.newest(policy);
    this.forget(policy);
    if (typed !== null) keepUntaken(policy, typed);
    announce(`${typed === null ? "" : "Your text was not taken. "}${reasons}`);
  }

  private forget(policy: string): void {
    this.line.forget(policy);
    this.bases.delete(policy);
  }

  private hold(policy: string): void {
    clearTimeout(this.holds.get(policy));
    this.holds.set(
      policy,
      setTimeout(() => this.release(policy), HELD_MS),
    );
    setHeld(policy, true);
  }

  private release(policy: string): void {
    clearTimeout(this.holds.get(policy));
    this.holds.delete(policy);
    setHeld(policy, false);
  }
}
