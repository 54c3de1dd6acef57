import { EditableText } from "@/panels/parts/EditableText";
import { useFixed } from "@/panels/parts/Locked";
import { messageOf } from "@/panels/parts/use-submit";
import { RefusedError, send } from "@/sync/session";

/** The kind and the name of the selected thing; a click on the name renames it by `command`. */
export function NameTitle({ kind, id, name, command }: { kind: string; id: string; name: string; command: string }) {
  const rename = async (wanted: string) => {
    try {
      await send(command, { id, name: wanted });
      return null;
    } catch (error) {
      if (error instanceof RefusedError) return messageOf(error.faults);
      throw error;
    }
  };
  return (
    <>
      <p className="right-panel__kind">{kind}</p>
      <h2 className="right-panel__title">
        <EditableText fixed={useFixed()} label={`${kind} name`} onCommit={rename} value={name} />
      </h2>
    </>
  );
}
