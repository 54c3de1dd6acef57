import { useEffect, useRef, useState } from "react";
import { Button } from "@/panels/parts/Button";
import { boardStore } from "@/store/board";
import { useBoard, useUi } from "@/store/use";
import { revealStore } from "../../reveal";
import { Problem } from "../Problems";
import { useWholeMarks } from "./use-whole-marks";
import { NOTHING, type WholeState, WholeText } from "./whole-text";
import { wholeWords } from "./words";
import "../yaml-editor.css";

/** All policies of the board as one text, with `---` between them. Each document is of the policy under it; a new one
 * adds a policy, and one that is taken out removes its policy, after a pause and as one step. */
export function WholeBoard() {
  const place = useRef<HTMLDivElement>(null);
  const text = useRef<WholeText>(null);
  const [state, setState] = useState<WholeState>(NOTHING);
  const board = useBoard((each) => each.board?.id ?? "");
  const opened = useUi((ui) => ui.openPolicy);

  useEffect(() => {
    if (!place.current || !board) return;
    const shown = new WholeText(place.current, board, setState);
    text.current = shown;
    const stop = revealStore.subscribe(({ policy, line, column }) => {
      const start = policy === null ? null : shown.lineOf(policy);
      if (start !== null) shown.goTo(start + line - 1, column);
    });
    return () => {
      text.current = null;
      stop();
      shown.close();
    };
  }, [board]);

  useEffect(() => {
    const start = opened === null ? null : text.current?.lineOf(opened);
    if (start) text.current?.goTo(start, null);
  }, [opened]);

  useWholeMarks(text, state);

  return (
    <div className="yaml-tab__text">
      <div className="yaml-editor" ref={place} />
      <WholeFoot state={state} text={text} />
    </div>
  );
}

function WholeFoot({ state, text }: { state: WholeState; text: React.RefObject<WholeText | null> }) {
  const revision = useBoard((board) => board.revision);
  const offline = useBoard((board) => board.link !== "live");
  const caret = useUi((ui) => ui.caretLit?.words);
  const { tone, words } = wholeWords(state, revision, offline);
  // What the API server would say; our problems stand beside their lines and in a list of their own.
  const findings = state.findings.filter(({ source }) => source === "server");
  return (
    <div className="yaml-tab__foot">
      {findings.length > 0 && (
        <ul aria-label="Errors and warnings" className="yaml-tab__problems">
          {findings.map((finding) => (
            <Problem
              finding={finding}
              key={`${finding.line} ${finding.column} ${finding.message}`}
              show={() => text.current?.goTo(finding.line ?? 1, finding.column ?? 1)}
            />
          ))}
        </ul>
      )}
      {state.conflicts.map((id) => (
        <Conflict key={id} policy={id} text={text} />
      ))}
      {state.asks && (
        <div className="yaml-tab__untaken" role="alert">
          <p>This text holds no policy any more. Nothing is removed until you say so.</p>
          <Button look="quiet" onClick={() => void text.current?.save(true)} small>
            Remove all {state.plan.removed.length} policies
          </Button>
        </div>
      )}
      <p className={`yaml-tab__state yaml-tab__state--${tone}`} role="status">
        {words}
      </p>
      {caret && (
        <p className="yaml-tab__caret ellipsis" title={caret}>
          {caret}
        </p>
      )}
    </div>
  );
}

function Conflict({ policy, text }: { policy: string; text: React.RefObject<WholeText | null> }) {
  const held = boardStore.getState().policies[policy];
  return (
    <div className="yaml-tab__untaken" role="alert">
      <p>
        Somebody else changed {held?.namespace}/{held?.name} meanwhile. Yours is not saved.
      </p>
      <Button look="quiet" onClick={() => text.current?.takeTheirs(policy)} small>
        Take theirs
      </Button>
      <Button look="quiet" onClick={() => text.current?.keepMine(policy)} small>
        Save mine over it
      </Button>
    </div>
  );
}
