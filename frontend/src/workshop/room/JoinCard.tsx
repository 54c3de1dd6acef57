import { useState } from "react";
import { Button } from "@/panels/parts/Button";
import { copyText } from "@/panels/parts/copy-text";
import type { JoinAt } from "@/wire/messages";
import { QrCode } from "@/workshop/parts/QrCode";
import "./side-card.css";
import "./join-card.css";

/** How learners come in. */
export function JoinCard({ join, code }: { join: JoinAt; code: string }) {
  const [told, setTold] = useState("");
  const copy = async () =>
    setTold((await copyText(join.link).catch(() => false)) ? "Link copied." : "The browser did not let it be copied.");
  return (
    <section aria-label="Join" className="side-card join-card">
      <QrCode />
      <div className="join-card__words">
        <span className="side-card__muted">Join with</span>
        <span className="join-card__code">{code}</span>
        <span className="join-card__address">{join.address}</span>
        <Button icon="copy" look="quiet" onClick={() => void copy()} small>
          Copy the link
        </Button>
        <span className="side-card__muted" role="status">
          {told}
        </span>
      </div>
      {!join.reachable && (
        <p className="join-card__warn">
          Only this machine can open that address. Start the server with <code>netpol serve --host 0.0.0.0</code>, so
          that others in your network can join.
        </p>
      )}
      {join.others.length > 0 && (
        <details className="join-card__others">
          <summary>Does it not open for them?</summary>
          <p>This machine has other addresses in other networks. Learners may try:</p>
          <ul>
            {join.others.map((address) => (
              <li key={address}>{address}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
