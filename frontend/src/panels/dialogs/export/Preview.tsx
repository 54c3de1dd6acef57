import { say } from "@/texts/export";
import { YamlText } from "../YamlText";
import { type FormWords, wordsOf } from "./forms";
import type { Read } from "./use-text";

const MOST_SHOWN = 60_000;

/** What the file holds: text in its colours, or the picture. */
export function Preview({ words, read, picture }: { words: FormWords; read: Read; picture: string }) {
  if (words.preview === "picture") {
    return (
      <div className="export-preview export-preview--picture">
        <img alt={say.theBoardAsItWillBe} src={picture} />
      </div>
    );
  }
  const { text, failure } = read;
  if (failure) {
    return (
      <p className="field__error" role="alert">
        {failure}
      </p>
    );
  }
  if (text === null) return <p className="export-dialog__hint">{say.writingTheFile}</p>;
  if (text === "") return <p className="export-dialog__hint">{say.thereIsNothingToExportYet}</p>;
  const shown = text.length > MOST_SHOWN ? text.slice(0, text.lastIndexOf("\n", MOST_SHOWN) + 1) : text;
  const label = words.form === "yaml" ? "Exported YAML" : say.exported(wordsOf(words.form).label);
  return (
    <>
      {words.preview === "text" ? <PlainText label={label} text={shown} /> : <YamlText label={label} text={shown} />}
      {shown !== text && (
        <p className="export-dialog__hint">{say.theBeginningTheFileGoesOn(text.length - shown.length)}</p>
      )}
    </>
  );
}

function PlainText({ text, label }: { text: string; label: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section aria-label={label} className="yaml-text" tabIndex={0}>
      <pre>{text}</pre>
    </section>
  );
}
