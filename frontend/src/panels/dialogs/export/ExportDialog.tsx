import { useState } from "react";
import { copiesPictures, copyPng, NO_PICTURES, themeNow } from "@/commands/pictures";
import { Button } from "@/panels/parts/Button";
import { copyText } from "@/panels/parts/copy-text";
import { Dialog } from "@/panels/parts/Dialog";
import { Icon } from "@/panels/parts/Icon";
import { useBoard } from "@/store/use";
import { say } from "@/texts/export";
import { FormList } from "./FormList";
import { addressOf, type Choices, wordsOf } from "./forms";
import { Options } from "./Options";
import { Preview } from "./Preview";
import { useText } from "./use-text";
import "./export-dialog.css";

const FIRST: Choices = { form: "yaml", include: "policies", style: "original", header: false, theme: "light" };
const NO_CLIPBOARD = say.thisBrowserDoesNotLetThe;

/** The board as a file, to look at, to copy or to keep. */
export function ExportDialog({ onClose }: { onClose: () => void }) {
  const board = useBoard((state) => state.board?.id ?? "");
  const revision = useBoard((state) => state.revision);
  const [choices, setChoices] = useState<Choices>(() => ({ ...FIRST, theme: themeNow() }));
  const [told, setTold] = useState("");
  const words = wordsOf(choices.form);
  const picture = words.preview === "picture";
  const address = addressOf(board, choices);
  const read = useText(
    picture ? null : addressOf(board, choices, words.preview === "packed" ? "yaml" : undefined),
    revision,
  );
  const change = (changed: Partial<Choices>) => {
    setTold("");
    setChoices({ ...choices, ...changed });
  };
  const copy = async () =>
    setTold(picture ? await pictureCopied(addressOf(board, choices, "png")) : await textCopied(read.text));
  return (
    <Dialog
      footer={
        <>
          <span className="export-dialog__told" role="status">
            {told}
          </span>
          {words.preview !== "packed" && (
            <Button disabled={!picture && !read.text} icon="copy" onClick={() => void copy()}>
              {picture ? say.copyAsPng : say.copy}
            </Button>
          )}
          <a className="button button--primary export-dialog__download" download href={address}>
            <Icon name="download" />
            {say.download}
          </a>
        </>
      }
      onClose={onClose}
      title={say.export}
    >
      <div className="export-dialog">
        <FormList form={choices.form} onChange={(form) => change({ form })} />
        <div className="export-dialog__side">
          <Options choices={choices} onChange={change} />
          <Preview picture={`${addressOf(board, choices, "svg")}&revision=${revision}`} read={read} words={words} />
        </div>
      </div>
    </Dialog>
  );
}

async function textCopied(text: string | null): Promise<string> {
  if (await copyText(text ?? "").catch(() => false)) return "Copied.";
  const shown = document.querySelector("dialog[open] .yaml-text pre");
  if (shown) getSelection()?.selectAllChildren(shown);
  return NO_CLIPBOARD;
}

async function pictureCopied(address: string): Promise<string> {
  if (!copiesPictures()) return NO_PICTURES;
  return copyPng(address).then(
    () => "Copied.",
    () => NO_PICTURES,
  );
}
