import { useEffect, useState } from "react";
import { useLesson } from "@/store/use";

/** The time that an exam task leaves. When it is up one may go on all the same. */
export function Clock() {
  const ends = useLesson((state) => state.clockEnds);
  const done = useLesson((state) => state.lesson?.now.done ?? false);
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (ends === null || done) return;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [ends, done]);
  if (ends === null) return null;
  const left = Math.round((ends - now) / 1000);
  const words = left <= 0 ? "Time is up" : `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
  return (
    <span aria-label={`Time left: ${words}`} className="lesson__clock" data-late={left < 60} role="timer">
      {words}
    </span>
  );
}
