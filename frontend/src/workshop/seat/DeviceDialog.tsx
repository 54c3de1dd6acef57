import { useState } from "react";
import { Button } from "@/panels/parts/Button";
import { copyText } from "@/panels/parts/copy-text";
import { Dialog } from "@/panels/parts/Dialog";
import { say } from "@/texts/workshop-seat";
import type { SeatFacts } from "@/wire/messages";
import "./device-dialog.css";

/** How to sit in the same place on a second device. */
export function DeviceDialog({ seat, onClose }: { seat: SeatFacts; onClose: () => void }) {
  const [told, setTold] = useState("");
  const link = `${location.origin}${seat.return_path}`;
  const copy = async () =>
    setTold((await copyText(link).catch(() => false)) ? say.linkCopied : say.theBrowserDidNotLetIt);
  return (
    <Dialog
      footer={
        <>
          <span className="device__told" role="status">
            {told}
          </span>
          <Button icon="copy" onClick={() => void copy()}>
            {say.copyTheLink}
          </Button>
          <Button look="primary" onClick={onClose}>
            {say.done}
          </Button>
        </>
      }
      onClose={onClose}
      title={say.goOnWithAnotherDevice}
    >
      <p>
        {say.inThisBrowserYouComeBack} <b>{location.host}/j</b>
        {say.choose}
        <b>{say.iWasHereBefore}</b>
        {say.andTypeYourOwnCode}
      </p>
      <p className="device__code">{seat.return_code}</p>
      <p className="device__muted">{say.itIsYoursAloneWhoeverHas}</p>
    </Dialog>
  );
}
