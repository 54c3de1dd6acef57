import { run } from "@/commands/command";
import { commandNamed } from "@/commands/list";
import type { NamespaceRecord } from "@/model/records";
import { usePolicyFacts } from "@/panels/facts/use-policies";
import { counted } from "@/panels/left/outline-tree";
import { Button } from "@/panels/parts/Button";
import { Editable } from "@/panels/parts/Editable";
import { Locked, LockedNote } from "@/panels/parts/Locked";
import { Section } from "@/panels/parts/Section";
import { useBoard, useWhyLocked } from "@/store/use";
import { LabelsEditor } from "./LabelsEditor";
import { NameTitle } from "./NameTitle";
import { PolicyRows } from "./PolicyRows";

const NAME_LABEL = "kubernetes.io/metadata.name";

export function NamespaceDetails({ namespace }: { namespace: NamespaceRecord }) {
  const pods = useBoard((state) => Object.values(state.pods).filter((pod) => pod.namespace === namespace.id).length);
  const policies = usePolicyFacts().filter(({ policy }) => policy.namespace === namespace.name);
  return (
    <>
      <NameTitle command="edit_namespace" id={namespace.id} kind="Namespace" name={namespace.name} />
      <p className="right-panel__hint">{pods === 0 ? "no pods yet" : counted(pods, "pod")}</p>
      <LockedNote />
      <Section title="Labels">
        <Editable>
          <LabelsEditor
            automatic={{ [NAME_LABEL]: namespace.name }}
            command="edit_namespace"
            id={namespace.id}
            labels={namespace.labels}
          />
        </Editable>
      </Section>
      <Section
        action={
          <Locked reason={useWhyLocked("policies")}>
            <Editable>
              <Button icon="plus" look="quiet" onClick={() => run(commandNamed("add-policy"))} small>
                New policy
              </Button>
            </Editable>
          </Locked>
        }
        title="Policies"
      >
        <PolicyRows none="No policy here: its pods accept and send everything." policies={policies} />
      </Section>
      <div className="right-panel__actions">
        <Editable>
          <Button icon="trash" look="danger" onClick={() => run(commandNamed("delete"))}>
            {pods + policies.length === 0 ? "Delete namespace" : "Delete namespace and what is in it"}
          </Button>
        </Editable>
      </div>
    </>
  );
}
