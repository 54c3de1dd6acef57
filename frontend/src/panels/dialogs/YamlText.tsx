import { yamlLanguage } from "@codemirror/lang-yaml";
import { highlightCode } from "@lezer/highlight";
import { useMemo } from "react";
import { yamlTags } from "@/panels/dock/yaml/highlighting";

type Piece = { text: string; kind: string; at: number };

/** YAML to read, in the colours of the editor. */
export function YamlText({ text, label }: { text: string; label: string }) {
  const pieces = useMemo(() => piecesOf(text), [text]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section aria-label={label} className="yaml-text" tabIndex={0}>
      <pre>
        {pieces.map(({ text: piece, kind, at }) =>
          kind ? (
            <span className={kind} key={at}>
              {piece}
            </span>
          ) : (
            piece
          ),
        )}
      </pre>
    </section>
  );
}

function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  const put = (piece: string, kind: string) => {
    pieces.push({ text: piece, kind, at });
    at += piece.length;
  };
  highlightCode(text, yamlLanguage.parser.parse(text), yamlTags, put, () => put("\n", ""));
  return pieces;
}
