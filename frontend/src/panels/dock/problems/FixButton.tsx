import { useEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { Button } from "@/panels/parts/Button";
import { Diff } from "@/panels/parts/Diff";
import { flipGhosts } from "@/panels/right/fixes/ghosts-of";
import { boardStore } from "@/store/board";
import { hideGhosts, showGhosts } from "@/store/ghosts";
import { useBoard } from "@/store/use";
import { RequestError, request } from "@/sync/rest";
import type { FlipsAnswer, Mending } from "@/wire/messages";
import { mend } from "../yaml/findings";

const PAUSE_MS = 120;
const UNREADABLE = "The text as it stands cannot be read: mend that first";

/** What mends a problem in one click. Pointed at, or with the focus, it shows before what it would do: the lines that
 * change here, the connections that flip as ghosts on the canvas. */
export function FixButton({ file, fix }: { file: string; fix: Mending }) {
  const broken = useBoard((state) => state.drafts[file]?.good === false);
  const [found, setFound] = useState<FlipsAnswer | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const wanted = useRef(false);
  const button = useRef<HTMLSpanElement>(null);
  const [place, setPlace] = useState<PreviewProps["place"] | null>(null);
  const leave = () => {
    clearTimeout(timer.current);
    wanted.current = false;
    setFound(null);
    hideGhosts();
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the row goes
  useEffect(() => leave, []);
  const look = () => {
    clearTimeout(timer.current);
    wanted.current = true;
    timer.current = setTimeout(() => {
      void wouldDo(file, fix).then((answer) => {
        if (!wanted.current || !answer) return;
        const box = button.current?.getBoundingClientRect();
        if (box) setPlace({ right: innerWidth - box.right, bottom: innerHeight - box.top + 6 });
        setFound(answer);
        showGhosts(flipGhosts(answer.flips, boardStore.getState()));
      });
    }, PAUSE_MS);
  };
  return (
    <span className="problems-tab__fix" ref={button}>
      <Button
        disabled={broken}
        onBlur={leave}
        onClick={() => {
          leave();
          void mend(file, fix);
        }}
        onFocus={look}
        onPointerEnter={look}
        onPointerLeave={leave}
        small
        title={broken ? UNREADABLE : undefined}
      >
        {fix.title}
      </Button>
      {found && place && createPortal(<Preview found={found} place={place} />, document.body)}
    </span>
  );
}

type PreviewProps = { found: FlipsAnswer; place: { right: number; bottom: number } };

/** Above the button, over whatever is there: the list itself may be a few lines high. */
function Preview({ found, place }: PreviewProps) {
  return (
    <div className="problems-tab__preview" role="status" style={place}>
      <strong>{sentence(found)}</strong>
      {found.diffs.map(({ policy, diff }) => (
        <Diff key={policy} name={policy} text={diff} />
      ))}
    </div>
  );
}

function sentence({ opened, closed }: FlipsAnswer): string {
  if (opened + closed === 0) return "No connection would flip.";
  const told = [opened > 0 && `opens ${opened}`, closed > 0 && `closes ${closed}`].filter(Boolean);
  return `Would change connections: ${told.join(", ")}.`;
}

/** Nothing is told when it cannot be worked out: it was only pointed at. */
async function wouldDo(file: string, { edits }: Mending): Promise<FlipsAnswer | null> {
  const board = boardStore.getState().board?.id;
  try {
    return await request<FlipsAnswer>("POST", `boards/${board}/flips/`, { edits: [{ id: file, edits }] });
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    return null;
  }
}
