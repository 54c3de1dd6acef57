import { useEffect, useRef, useState } from "react";
import { announce } from "@/store/board";
import { useLesson } from "@/store/use";
import { clockWords, minutesAndSeconds } from "./clock-words";

const LATE = 60;

/** The time that an exam task leaves. When it is up one may go on all the same; when the task is done the clock stands. */
export function Clock() {
  const ends = useLesson((state) => state.clockEnds);
  const done = useLesson((state) => state.lesson?.now.done ?? false);
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (ends === null) return;
    // A laptop that was closed meanwhile: the clock went on.
    setNow(Date.now());
    if (done) return;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [ends, done]);
  const left = ends === null ? null : Math.round((ends - now) / 1000);
  useSaidAloud(left, done);
  if (left === null) return null;
  const words = clockWords(left, done);
  return (
    <span aria-label={words.aloud} className="lesson__clock" data-late={left < LATE} role="timer">
      {words.shown}
    </span>
  );
}

/** The last minute, and its end, are told to who does not look at the clock. */
function useSaidAloud(left: number | null, done: boolean): void {
  const before = useRef(left);
  useEffect(() => {
    const was = before.current;
    before.current = left;
    if (done || left === null || was === null) return;
    if (was > LATE && left <= LATE && left > 0) announce(`${minutesAndSeconds(left)} left.`);
    if (was > 0 && left <= 0) announce("Time is up. You may go on all the same.");
  }, [left, done]);
}
