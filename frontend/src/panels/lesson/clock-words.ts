/** "6:05". */
export function minutesAndSeconds(seconds: number): string {
  const whole = Math.abs(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** What a clock shows with so many seconds left, below 0 after the end, and what it says aloud. */
export function clockWords(left: number, done: boolean): { shown: string; aloud: string } {
  const time = minutesAndSeconds(left);
  if (done && left >= 0) return { shown: `Done, ${time} left`, aloud: `Done with ${time} left` };
  if (done) return { shown: `Done, ${time} late`, aloud: `Done ${time} after the time was up` };
  if (left > 0) return { shown: time, aloud: `Time left: ${time}` };
  return { shown: `Time is up, +${time}`, aloud: `Time is up since ${time}` };
}
