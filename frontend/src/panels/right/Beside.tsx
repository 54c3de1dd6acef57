import { run } from "@/commands/command";
import { commandNamed } from "@/commands/list";
import { Button } from "@/panels/parts/Button";
import { Editable } from "@/panels/parts/Editable";
import { Locked } from "@/panels/parts/Locked";
import { openDialog } from "@/store/ui";
import { useOffered, useWhyLocked } from "@/store/use";

/** What can be added beside a pod or host, also where a lesson leaves that one itself as it is. */
export function Beside({ id, policy = false }: { id: string; policy?: boolean }) {
  const draws = useOffered("draw");
  const kept = useWhyLocked("policies") !== null;
  return (
    <Locked reason={null}>
      <Editable>
        {draws && <Button onClick={() => openDialog({ name: "connect", source: id })}>Connect to…</Button>}
        {policy && !kept && <Button onClick={() => run(commandNamed("add-policy"))}>New policy for it</Button>}
      </Editable>
    </Locked>
  );
}
