import { counted } from "@/panels/left/outline-tree";
import { Button } from "@/panels/parts/Button";
import { FieldError } from "@/panels/parts/Field";
import { record, show } from "@/sync/author";
import { useFault } from "./fields";
import { useWritten } from "./use-manuscript";

/** The board that a learner begins with, taken from the canvas. */
export function StartPart() {
  const { arrows, hosts } = useWritten("board");
  const policies = useWritten("policies");
  const faults = [
    useFault("board.manifests"),
    useFault("policies"),
    useFault("board.arrows"),
    useFault("board.places"),
  ];
  const written = policies.match(/^kind: *NetworkPolicy/gm)?.length ?? 0;
  return (
    <>
      <p>
        Set the canvas as a learner shall find it, then take it as the start. Recorded now: {counted(written, "policy")}
        , {counted(arrows.length, "arrow")}, {counted(Object.keys(hosts).length, "outside address")}.
      </p>
      <div className="author__deeds">
        <Button look="primary" onClick={() => void record("start")} small>
          Take the board as the start
        </Button>
        <Button onClick={() => void show("start")} small title="Puts it on the board; undo takes that back">
          Show the start
        </Button>
      </div>
      <FieldError text={faults.filter(Boolean).join(" ")} />
    </>
  );
}
