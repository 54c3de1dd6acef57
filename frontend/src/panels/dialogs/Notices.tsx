import { useEffect } from "react";
import { IconButton } from "@/panels/parts/Button";
import { Icon } from "@/panels/parts/Icon";
import { Prose } from "@/panels/parts/Prose";
import { dismissNotice, type Notice } from "@/store/board";
import { useBoard } from "@/store/use";
import "./notices.css";

const SHOWN_MS = { info: 5_000, error: 12_000 };

/** What went wrong or was done, in a corner; gone after a while, or at once with its cross. */
export function Notices() {
  const notices = useBoard((state) => state.notices);
  return (
    <ul aria-label="Notices" className="notices">
      {notices.map((notice) => (
        <OneNotice key={notice.id} notice={notice} />
      ))}
    </ul>
  );
}

function OneNotice({ notice: { id, tone, text } }: { notice: Notice }) {
  useEffect(() => {
    const timer = setTimeout(() => dismissNotice(id), SHOWN_MS[tone]);
    return () => clearTimeout(timer);
  }, [id, tone]);
  return (
    <li className={`notices__one notices__one--${tone}`} role={tone === "error" ? "alert" : "status"}>
      <Icon name={tone === "error" ? "alert" : "check"} />
      <span>
        <Prose text={text} />
      </span>
      <IconButton icon="close" label="Dismiss" look="quiet" onClick={() => dismissNotice(id)} small />
    </li>
  );
}
