import { useEffect, useState } from "react";
import { Button, IconButton } from "@/panels/parts/Button";
import { copyText } from "@/panels/parts/copy-text";
import { Icon } from "@/panels/parts/Icon";
import { Prose } from "@/panels/parts/Prose";
import { dismissNotice, type Notice } from "@/store/board";
import { useBoard } from "@/store/use";
import { say } from "@/texts/dialogs";
import "./notices.css";

const SHOWN_MS = { info: 5_000, error: 12_000 };

/** What went wrong or was done, in a corner; gone after a while, or at once with its cross. What holds something that a
 * person typed stays until they put it away. */
export function Notices() {
  const notices = useBoard((state) => state.notices);
  return (
    <ul aria-label={say.notices} className="notices">
      {notices.map((notice) => (
        <OneNotice key={notice.id} notice={notice} />
      ))}
    </ul>
  );
}

function OneNotice({ notice: { id, tone, text, kept, offer } }: { notice: Notice }) {
  const offered = offer !== undefined;
  useEffect(() => {
    if (kept) return;
    // What asks for an answer stays a while longer.
    const timer = setTimeout(() => dismissNotice(id), offered ? SHOWN_MS.error : SHOWN_MS[tone]);
    return () => clearTimeout(timer);
  }, [id, tone, kept, offered]);
  return (
    <li className={`notices__one notices__one--${tone}`} role={tone === "error" ? "alert" : "status"}>
      <Icon name={tone === "error" ? "alert" : "check"} />
      <div className="notices__words">
        <Prose text={text} />
        {kept && <Kept id={id} text={kept} />}
      </div>
      {offer && (
        <Button
          onClick={() => {
            dismissNotice(id);
            offer.take();
          }}
          small
        >
          {offer.words}
        </Button>
      )}
      {!kept && <IconButton icon="close" label={say.dismiss} look="quiet" onClick={() => dismissNotice(id)} small />}
    </li>
  );
}

function Kept({ id, text }: { id: string; text: string }) {
  const [copied, setCopied] = useState(false);
  return (
    <>
      <pre className="notices__kept mono">{text}</pre>
      <div className="notices__actions">
        <Button onClick={() => void copyText(text).then(setCopied)} small>
          {copied ? say.copied : say.copyIt}
        </Button>
        <Button look="quiet" onClick={() => dismissNotice(id)} small>
          {say.discardIt}
        </Button>
      </div>
    </>
  );
}
