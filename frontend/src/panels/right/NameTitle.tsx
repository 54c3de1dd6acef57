import { Busy } from "@/panels/parts/Busy";
import { EditableText } from "@/panels/parts/EditableText";
import { useFixed } from "@/panels/parts/Locked";
import { messageOf, useSubmit } from "@/panels/parts/use-submit";

/** The kind and the name of the selected thing; a click on the name renames it by `command`. */
export function NameTitle({ kind, id, name, command }: { kind: string; id: string; name: string; command: string }) {
  const { ask } = useSubmit();
  const rename = async (wanted: string) => messageOf(await ask(command, { id, name: wanted }));
  return (
    <>
      <p className="right-panel__kind">{kind}</p>
      <h2 className="right-panel__title">
        <Busy fields={[`${kind} name`]}>
          <EditableText fixed={useFixed()} label={`${kind} name`} onCommit={rename} value={name} />
        </Busy>
      </h2>
    </>
  );
}
