import { peopleStore } from "@/store/people";
import type { ClientMessage, Here } from "@/wire/messages";

export type Place = Required<Omit<Here, "type" | "client_id">>;

const NOWHERE: Place = { pointer: null, view: null, selection: [], policy: null, editing: null, caret: null };
const QUICKEST_MS = 60;
const SLOWEST_MS = 1_000;
/** With many people each says less often, so that all of it together stays about the same. */
const PER_PERSON_MS = 15;
const MOST_SELECTED = 50;

interface Ways {
  clientId(): string;
  transmit(message: ClientMessage): boolean;
}

/** Says where this person is, not more often than is of use, and only while somebody else is there to see it. */
export class Whereabouts {
  private place: Place = NOWHERE;
  private said = "";
  private last = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly ways: Ways) {
    peopleStore.subscribe((now, before) => {
      if (now.others !== before.others && Object.keys(before.others).length === 0) this.plan();
    });
  }

  tell(part: Partial<Place>): void {
    this.place = { ...this.place, ...part };
    this.plan();
  }

  /** A new connection knows nothing yet. */
  forget(): void {
    this.said = "";
  }

  private plan(): void {
    const others = Object.keys(peopleStore.getState().others).length;
    if (others === 0 || this.timer !== undefined) return;
    const pause = Math.min(SLOWEST_MS, Math.max(QUICKEST_MS, others * PER_PERSON_MS));
    const wait = Math.max(0, this.last + pause - performance.now());
    this.timer = setTimeout(() => this.say(), wait);
  }

  private say(): void {
    this.timer = undefined;
    const place = { ...this.place, selection: this.place.selection.slice(0, MOST_SELECTED) };
    const written = JSON.stringify(place);
    if (written === this.said) return;
    this.last = performance.now();
    if (this.ways.transmit({ type: "here", client_id: this.ways.clientId(), ...place })) this.said = written;
  }
}
