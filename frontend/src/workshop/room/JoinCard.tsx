import { useState } from "react";
import { Button } from "@/panels/parts/Button";
import { copyText } from "@/panels/parts/copy-text";
import { say } from "@/texts/workshop-room";
import type { JoinAt } from "@/wire/messages";
import { QrCode } from "@/workshop/parts/QrCode";
import "./side-card.css";
import "./join-card.css";

/** How learners come in. */
export function JoinCard({ join, code }: { join: JoinAt; code: string }) {
  const [told, setTold] = useState("");
  const copy = async () =>
    setTold((await copyText(join.link).catch(() => false)) ? say.linkCopied : say.theBrowserDidNotLetIt);
  return (
    <section aria-label={say.join} className="side-card join-card">
      <QrCode />
      <div className="join-card__words">
        <span className="side-card__muted">{say.joinWith}</span>
        <span className="join-card__code">{code}</span>
        <span className="join-card__address">{join.address}</span>
        <Button icon="copy" look="quiet" onClick={() => void copy()} small>
          {say.copyTheLink}
        </Button>
        <span className="side-card__muted" role="status">
          {told}
        </span>
      </div>
      {!join.reachable && (
        <p className="join-card__warn">
          {say.onlyThisMachineCanOpenThat}
          <code>{say.commandThatServesTheNetwork}</code>
          {say.soThatOthersInYourNetwork}
        </p>
      )}
      {join.others.length > 0 && (
        <details className="join-card__others">
          <summary>{say.doesItNotOpenForThem}</summary>
          <p>{say.thisMachineHasOtherAddressesIn}</p>
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
