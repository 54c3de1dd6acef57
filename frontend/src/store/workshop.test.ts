import { beforeEach, expect, it } from "vitest";
import type { SeatEntry, WorkshopFacts, WorkshopState } from "@/wire/messages";
import { enterWorkshop, hearOfWorkshop, takeWorkshop, thawsAgain, workshopStore } from "./workshop";

const FACTS: WorkshopFacts = {
  id: "w",
  title: "Thursday",
  code: "K7M2QP",
  lessons: [],
  opened: 1,
  current: 0,
  frozen: false,
  shown: null,
  keep_days: 14,
  closed_at: null,
  gone_at: null,
  changed_at: "2026-01-01T10:00:00Z",
  now: new Date(Date.now() + 5000).toISOString(),
};

function seat(id: string, here: boolean | null = null): SeatEntry {
  return {
    id,
    nickname: id,
    joined_at: "",
    here,
    hand: null,
    removed: false,
    lesson: null,
    step: 0,
    since: null,
    tries: 0,
    problem: "",
    words: "",
    work: [],
  };
}

function teaching(...seats: SeatEntry[]): WorkshopState {
  const room = { lessons: [], seats, groups: [], predictions: [] };
  return { you: "instructor", workshop: FACTS, seat: null, room, join: null };
}

const seats = () => workshopStore.getState().state?.room?.seats ?? [];

beforeEach(() => enterWorkshop("w"));

it("keeps the learners that did not change as the same objects, and adds the new ones at the end", () => {
  takeWorkshop(teaching(seat("al"), seat("bo")));
  const [al] = seats();
  hearOfWorkshop({ type: "room", seats: [seat("bo", true), seat("cy", true)], groups: [], predictions: [] });
  expect(seats().map(({ id, here }) => [id, here])).toEqual([
    ["al", null],
    ["bo", true],
    ["cy", true],
  ]);
  expect(seats()[0]).toBe(al);
});

it("knows who is here also after an answer that does not say so", () => {
  takeWorkshop(teaching(seat("al", true)));
  takeWorkshop(teaching(seat("al")));
  expect(seats()[0]?.here).toBe(true);
});

it("follows the server's clock, and counts what happens", () => {
  takeWorkshop(teaching());
  expect(workshopStore.getState().skew).toBeGreaterThan(3000);
  hearOfWorkshop({ type: "workshop", workshop: { ...FACTS, frozen: true }, what: "frozen" });
  hearOfWorkshop({ type: "workshop", workshop: FACTS, what: "thawed" });
  expect(workshopStore.getState().event).toEqual({ what: "thawed", count: 2 });
});

it("stays as it is when something older is told late", () => {
  takeWorkshop(teaching());
  const later = { ...FACTS, frozen: true, changed_at: "2026-01-01T10:00:01Z" };
  hearOfWorkshop({ type: "workshop", workshop: later, what: "frozen" });
  hearOfWorkshop({ type: "workshop", workshop: FACTS, what: "unshown" });
  takeWorkshop(teaching());
  expect(workshopStore.getState().state?.workshop.frozen).toBe(true);
});

it("knows that a learner's edits can be sent after the thaw, and not when the workshop is over", () => {
  const state: WorkshopState = { ...teaching(), you: "learner", room: null };
  expect(thawsAgain({ state })).toBe(true);
  expect(thawsAgain({ state: { ...state, workshop: { ...FACTS, closed_at: FACTS.now } } })).toBe(false);
  expect(thawsAgain({ state: teaching() })).toBe(false);
  expect(thawsAgain({ state: null })).toBe(false);
});

it("says when the instructor takes this learner out", () => {
  const own = { id: "s", nickname: "al", return_code: "", return_path: "", hand: false, boards: [] };
  hearOfWorkshop({ type: "seat", seat: own, what: "removed" });
  expect(workshopStore.getState().link).toBe("removed");
});
