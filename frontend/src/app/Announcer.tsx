import { useBoard } from "@/store/use";

/** Says aloud what changed, for people who do not see it. */
export function Announcer() {
  const said = useBoard((board) => board.announcements);
  return (
    <div aria-live="polite" className="visually-hidden" role="status">
      {said.map(({ text, count }) => (
        <span key={count}>{text} </span>
      ))}
    </div>
  );
}
