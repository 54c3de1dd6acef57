import { useEffect, useState } from "react";
import { Button } from "@/panels/parts/Button";
import { Dialog } from "@/panels/parts/Dialog";
import { FieldError } from "@/panels/parts/Field";
import { useSubmit } from "@/panels/parts/use-submit";
import { boardStore } from "@/store/board";
import { hideGhosts, showGhosts } from "@/store/ghosts";
import { say } from "@/texts/dialogs";
import type { WrittenPolicies } from "@/wire/messages";
import { Outcome } from "./Outcome";
import { useWritten } from "./use-written";
import { type Options, WriteOptions } from "./WriteOptions";
import "./write-dialog.css";

/** Least-privilege policies for the arrows: looked at first, then put on the board in one step. */
export function WriteDialog({ connections, onClose }: { connections: string[]; onClose: () => void }) {
  const [options, setOptions] = useState<Options>({
    chosen: connections.length > 0,
    sides: "both",
    default_deny: true,
    dns: true,
    keep: false,
    namespaces: null,
  });
  const { chosen, ...way } = options;
  const { answer, failure } = useWritten({ ...way, connections: chosen ? connections : null });
  const { submit, refusal } = useSubmit();
  useGhosts(answer);
  const apply = async () => {
    if (answer && (await submit("edit_policies", { texts: answer.texts, removed: answer.removed }))) onClose();
  };
  return (
    <Dialog
      footer={
        <>
          <Button onClick={onClose}>{say.cancel}</Button>
          <Button disabled={!answer} look="primary" onClick={() => void apply()}>
            {say.putOnTheBoard}
          </Button>
        </>
      }
      onClose={onClose}
      title={say.writePoliciesFromArrows}
    >
      <div className="write-dialog">
        <WriteOptions count={connections.length} onChange={setOptions} options={options} />
        <div className="write-dialog__found">
          <FieldError text={failure ?? refusal} />
          {answer ? <Outcome answer={answer} /> : !failure && <p className="muted">{say.writingThePolicies}</p>}
        </div>
      </div>
    </Dialog>
  );
}

/** While the dialog is open the canvas behind it shows what would flip. */
function useGhosts(answer: WrittenPolicies | null): void {
  useEffect(() => {
    const { connections } = boardStore.getState();
    const turned = (answer?.arrows ?? []).flatMap(({ connection, before, after, protocol, port }) => {
      const arrow = connections[connection];
      if (!arrow) return [];
      const { source, destination } = arrow;
      const passes = { before: before === "allowed", after: after === "allowed" };
      return [{ source, destination, protocol, port, ...passes, text: String(port) }];
    });
    showGhosts(turned);
    return hideGhosts;
  }, [answer]);
}
