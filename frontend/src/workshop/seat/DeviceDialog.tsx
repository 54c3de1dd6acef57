import { useState } from "react";
import { Button } from "@/panels/parts/Button";
import { copyText } from "@/panels/parts/copy-text";
import { Dialog } from "@/panels/parts/Dialog";
import type { SeatFacts } from "@/wire/messages";
import "./device-dialog.css";

/** How to sit in the same place on a second device. */
export function DeviceDialog({ seat, onClose }: { seat: SeatFacts; onClose: () => void }) {
  const [told, setTold] = useState("");
  const link = `${location.origin}${seat.return_path}`;
  const copy = async () =>
    setTold((await copyText(link).catch(() => false)) ? "Link copied." : "The browser did not let it be copied.");
  return (
    <Dialog
      footer={
        <>
          <span className="device__told" role="status">
            {told}
          </span>
          <Button icon="copy" onClick={() => void copy()}>
            Copy the link
          </Button>
          <Button look="primary" onClick={onClose}>
            Done
          </Button>
        </>
      }
      onClose={onClose}
      title="Go on with another device"
    >
      <p>
        In this browser you come back by opening this page again. On another device, or in another browser, open{" "}
        <b>{location.host}/j</b>, choose <b>I was here before</b>, and type your own code:
      </p>
      <p className="device__code">{seat.return_code}</p>
      <p className="device__muted">
        It is yours alone: whoever has it sits in your place. Both devices show the same boards at the same time.
      </p>
    </Dialog>
  );
}
