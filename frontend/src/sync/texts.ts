import type { ChangeSet } from "@codemirror/state";
import type { Change } from "@/model/change";
import { newId } from "@/model/ids";
import { boardStore } from "@/store/board";
import { keepLost, keepUntaken, setUnsent } from "@/store/writing";
import type { ClientMessage, DraftMessage, Fault, ServerMessage, TextAnswer } from "@/wire/messages";
import { type KeptText, SharedText } from "./shared-text";

const PAUSE_MS = 1_000;
/** Refusals of a save that say nothing to a person: another saved it, or the error stands below the text already. */
const QUIET = ["nothing_to_save", "unknown_object"];

/** As the tab keeps it. */
export interface Unconfirmed {
  name: string;
  text: KeptText;
}

interface Open {
  text: SharedText;
  name: string;
  /** Something typed here is in no revision yet. */
  unsaved: boolean;
  pause: ReturnType<typeof setTimeout> | undefined;
  /** A save follows as soon as all that was typed is confirmed. */
  due: boolean;
  watchers: Set<(changes: ChangeSet) => void>;
  settled: (() => void)[];
}

interface Ways {
  clientId(): string;
  transmit(message: ClientMessage): boolean;
  /** Something typed here is on its way, or has arrived: what is kept in the tab is another now. */
  changed(): void;
}

/** The texts that are open in editors here, or have something that the server has not confirmed yet. */
export class Texts {
  private readonly open = new Map<string, Open>();
  private readonly saves = new Map<string, string>();

  constructor(private readonly ways: Ways) {}

  /** The policy's text, from now on kept in step with the server's. `watcher` hears what others change. */
  watch(policy: string, watcher: (changes: ChangeSet) => void): { text: SharedText; stop(): void } {
    const known = this.open.has(policy);
    const held = this.held(policy);
    held.watchers.add(watcher);
    if (!known) this.pull(policy);
    return { text: held.text, stop: () => held.watchers.delete(watcher) };
  }

  /** One keystroke. A pause of a second makes a revision of what was typed. */
  type(policy: string, changes: ChangeSet): void {
    const held = this.held(policy);
    held.text.type(changes);
    held.unsaved = true;
    clearTimeout(held.pause);
    held.pause = setTimeout(() => this.save(policy), PAUSE_MS);
    this.push(policy);
    this.note(policy, held);
  }

  /** Makes a revision of what was typed here, as soon as the server has all of it. */
  save(policy: string): void {
    const held = this.open.get(policy);
    if (!held) return;
    clearTimeout(held.pause);
    held.due = true;
    this.saveIfSettled(policy, held);
  }

  /** Resolves when everything typed here has arrived and been sent to be saved. */
  settle(): Promise<unknown> {
    const waiting = [...this.open].map(([policy, held]) => {
      this.save(policy);
      return held.text.unconfirmed ? new Promise<void>((resolve) => held.settled.push(resolve)) : undefined;
    });
    return Promise.all(waiting);
  }

  /** Asks for one revision of what somebody else typed into a policy; that there is none to make is no news. */
  saveOthers(policy: string): void {
    const edit_id = newId();
    this.saves.set(edit_id, policy);
    this.ways.transmit({ type: "save_text", edit_id, policy, client_id: this.ways.clientId() });
  }

  take(message: ServerMessage): void {
    if (message.type === "welcome") this.resume();
    else if (message.type === "pong") this.check(message.drafts);
    else if (message.type === "text") this.answered(message);
    else if (message.type === "draft") this.told(message);
    else if (message.type === "changed") this.follow(message.change);
    else if (message.type === "history") for (const { change } of message.changes) this.follow(change);
  }

  /** Takes a refusal; answers what is worth telling, or null when it was for none of the texts. What was typed is kept
   * and offered. */
  refused(id: string | null, faults: Fault[]): Fault[] | null {
    if (id === null) return null;
    if (this.saves.delete(id)) return faults.filter(({ code }) => !QUIET.includes(code));
    const [policy, held] = [...this.open].find(([, { text }]) => text.underWay === id) ?? [];
    if (!policy || !held) return null;
    keepUntaken(policy, held.text.shown.toString());
    this.show(held, held.text.discard());
    this.pull(policy);
    this.note(policy, held);
    return faults;
  }

  /** What was typed here and is not confirmed, by policy. */
  unconfirmed(): Record<string, Unconfirmed> {
    const open = [...this.open].filter(([, { text }]) => text.unconfirmed);
    return Object.fromEntries(open.map(([id, { name, text }]) => [id, { name, text: text.kept() }]));
  }

  /** Brings back what the tab kept. */
  restore(kept: Record<string, Unconfirmed>): void {
    for (const [policy, { name, text }] of Object.entries(kept)) {
      const held = { ...closed(name, SharedText.of(text)), unsaved: true, due: true };
      this.open.set(policy, held);
      this.note(policy, held);
    }
  }

  clear(): void {
    for (const { pause } of this.open.values()) clearTimeout(pause);
    this.open.clear();
    this.saves.clear();
  }

  private held(policy: string): Open {
    const known = this.open.get(policy);
    if (known) return known;
    const { drafts, policies } = boardStore.getState();
    const saved = policies[policy];
    const name = saved ? `${saved.namespace}/${saved.name}` : "";
    const made = closed(name, new SharedText(drafts[policy]?.text ?? saved?.text ?? ""));
    this.open.set(policy, made);
    return made;
  }

  private pull(policy: string): void {
    const text = this.open.get(policy)?.text;
    if (!text) return;
    const { series, version, underWay } = text;
    this.ways.transmit({ type: "pull_text", policy, series, version, update_id: underWay });
  }

  private push(policy: string, again = false): void {
    const text = this.open.get(policy)?.text;
    const next = text?.next(newId, again);
    if (!text || !next) return;
    const { version, id, changes } = next;
    const client_id = this.ways.clientId();
    this.ways.transmit({ type: "type_text", policy, series: text.series, version, update_id: id, changes, client_id });
  }

  private resume(): void {
    const { policies } = boardStore.getState();
    for (const [policy, held] of this.open) {
      if (policies[policy]) this.pull(policy);
      else this.gone(policy, held);
    }
  }

  /** What others typed last, or the answer to what was typed here, may have been lost on its way. */
  private check(drafts: Record<string, number>): void {
    for (const [policy, { text }] of this.open) {
      if (text.underWay !== null || (drafts[policy] ?? 0) > (text.version ?? 0)) this.pull(policy);
    }
  }

  private answered(answer: TextAnswer): void {
    const held = this.open.get(answer.policy);
    if (!held) return;
    if (answer.text === null) this.heard(answer.policy, answer.updates);
    else this.show(held, held.text.resume(answer));
    this.push(answer.policy, true);
    this.note(answer.policy, held);
    this.saveIfSettled(answer.policy, held);
  }

  private heard(policy: string, updates: Parameters<SharedText["hear"]>[0][]): void {
    const held = this.open.get(policy);
    if (!held) return;
    for (const update of updates) {
      const changes = held.text.hear(update);
      if (changes === "gap") {
        this.pull(policy);
        return;
      }
      this.show(held, changes);
    }
    this.push(policy);
    this.note(policy, held);
    this.saveIfSettled(policy, held);
  }

  private told({ draft, update }: DraftMessage): void {
    const held = this.open.get(draft.policy);
    if (held && draft.text === null) held.unsaved = false;
    if (update) this.heard(draft.policy, [update]);
  }

  /** A saved text may have changed what stands in the editor: nobody typed, so nobody told. What was typed into a
   * policy that is gone is kept and offered. */
  private follow({ puts, patches, removes }: Change): void {
    for (const { table, id, field, after } of patches) {
      if (table === "policies" && field === "text" && this.open.get(id)?.text.known !== after) this.pull(id);
    }
    for (const { record } of removes) {
      const held = this.open.get(record.id);
      if (held && !puts.some((put) => put.record.id === record.id)) this.gone(record.id, held);
    }
  }

  private gone(policy: string, held: Open): void {
    if (held.text.unconfirmed || held.unsaved) keepLost({ policy, name: held.name, text: held.text.shown.toString() });
    clearTimeout(held.pause);
    for (const resolve of held.settled.splice(0)) resolve();
    this.open.delete(policy);
    setUnsent(policy, false);
    this.ways.changed();
  }

  private saveIfSettled(policy: string, held: Open): void {
    if (held.text.unconfirmed) return;
    for (const resolve of held.settled.splice(0)) resolve();
    if (!held.due) return;
    held.due = false;
    const draft = boardStore.getState().drafts[policy];
    if (!draft?.good || draft.client_id !== this.ways.clientId()) return;
    const edit_id = newId();
    this.saves.set(edit_id, policy);
    this.ways.transmit({ type: "save_text", edit_id, policy, client_id: this.ways.clientId() });
  }

  private show(held: Open, changes: ChangeSet | null | "gap"): void {
    if (changes !== null && changes !== "gap") for (const watcher of held.watchers) watcher(changes);
  }

  private note(policy: string, held: Open): void {
    setUnsent(policy, held.text.unconfirmed);
    this.ways.changed();
  }
}

function closed(name: string, text: SharedText): Open {
  return { name, text, unsaved: false, pause: undefined, due: false, watchers: new Set(), settled: [] };
}
