import { useEffect, useState } from "react";
import { Button } from "@/panels/parts/Button";
import { copyText } from "@/panels/parts/copy-text";
import { Dialog } from "@/panels/parts/Dialog";
import { Icon } from "@/panels/parts/Icon";
import { Segmented } from "@/panels/parts/Segmented";
import { useBoard } from "@/store/use";
import { YamlText } from "./YamlText";
import "./export-dialog.css";

const PARTS = [
  { value: "policies", label: "Policies" },
  { value: "all", label: "Whole board" },
] as const;
const HINTS = {
  policies: "The policies as the board has them now: apply this file to a cluster, or import it into a board.",
  all: "Policies with namespaces and pods, to make this board anew. Do not apply it: the pods are stand-ins.",
};

/** The board as manifests, to look at, to copy or to keep as a file. */
export function ExportDialog({ onClose }: { onClose: () => void }) {
  const board = useBoard((state) => state.board?.id ?? "");
  const revision = useBoard((state) => state.revision);
  const [part, setPart] = useState<keyof typeof HINTS>("policies");
  const address = `/api/v1/boards/${board}/export/?include=${part}`;
  const { text, failure } = useText(address, revision);
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    if (text !== null) setCopied(await copyText(text));
  };
  return (
    <Dialog
      footer={
        <>
          <span className="export-dialog__copied" role="status">
            {copied && "Copied."}
          </span>
          <Button disabled={text === null} icon="copy" onClick={() => void copy()}>
            Copy
          </Button>
          <a className="button button--primary export-dialog__download" download href={address}>
            <Icon name="download" />
            Download
          </a>
        </>
      }
      onClose={onClose}
      title="Export YAML"
    >
      <Segmented legend="What to export" name="export-part" onChange={setPart} options={PARTS} value={part} />
      <p className="export-dialog__hint">{HINTS[part]}</p>
      {failure && (
        <p className="field__error" role="alert">
          {failure}
        </p>
      )}
      {text === null && !failure && <p className="export-dialog__hint">Writing the YAML…</p>}
      {text === "" && <p className="export-dialog__hint">There is nothing to export yet.</p>}
      {text && <YamlText label="Exported YAML" text={text} />}
    </Dialog>
  );
}

/** The text at an address of our own server, read again whenever the board has a new revision. */
function useText(address: string, revision: number): { text: string | null; failure: string | null } {
  const [read, setRead] = useState<{ text: string | null; failure: string | null }>({ text: null, failure: null });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision has another text
  useEffect(() => {
    let left = false;
    const failed = (failure: string) => !left && setRead({ text: null, failure });
    fetch(address, { credentials: "same-origin" }).then(
      async (response) => {
        const text = await response.text();
        if (!response.ok) failed(`The server answered ${response.status}. Try again in a moment.`);
        else if (!left) setRead({ text, failure: null });
      },
      () => failed("The server cannot be reached. Check the connection and try again."),
    );
    return () => {
      left = true;
    };
  }, [address, revision]);
  return read;
}
