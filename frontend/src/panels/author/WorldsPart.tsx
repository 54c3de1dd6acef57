import { Button } from "@/panels/parts/Button";
import { write } from "@/sync/author";
import { Item, Line, Lines } from "./fields";
import { changed, freeName, without } from "./lists";
import { useWritten } from "./use-manuscript";

const POD = `apiVersion: v1
kind: Pod
metadata: {name: newcomer, namespace: default, labels: {app: newcomer}}
spec: {containers: [{name: main, image: example}]}
`;

/** The learner's cluster with more in it: where goals are judged that a policy for the pods of today alone would fail. */
export function WorldsPart() {
  const worlds = useWritten("worlds");
  const goals = useWritten("goals");
  const rename = (at: number, name: string) => {
    const before = worlds[at]?.name;
    const moved = goals.map((goal) => (goal.world === before ? { ...goal, world: name } : goal));
    write({ worlds: changed(worlds, at, { name }), goals: moved });
  };
  const add = () => {
    const name = freeName(
      "tomorrow",
      worlds.map((world) => world.name),
    );
    write({ worlds: [...worlds, { name, about: "", manifests: POD }] });
  };
  return (
    <>
      <p>
        What comes to the learner's cluster: another pod, a namespace with the same labels. Goals are judged there by
        choice.
      </p>
      {worlds.map((world, at) => {
        const path = `worlds.${world.name}`;
        const change = (part: Partial<typeof world>) => write({ worlds: changed(worlds, at, part) });
        return (
          <Item
            // biome-ignore lint/suspicious/noArrayIndexKey: the name is typed here
            key={at}
            onRemove={() => write({ worlds: without(worlds, at) })}
            path={`worlds[${at}]`}
            title={world.name || `Cluster ${at + 1}`}
            what="this cluster"
          >
            <Line label="Name" onChange={(name) => rename(at, name)} path={path} value={world.name} />
            <Line
              label="What is different, in a sentence"
              onChange={(about) => change({ about })}
              path={`${path}.about`}
              value={world.about}
            />
            <Lines
              label="Manifests that come"
              mono
              onChange={(manifests) => change({ manifests })}
              path={`${path}.manifests`}
              rows={6}
              value={world.manifests}
            />
          </Item>
        );
      })}
      <Button icon="plus" onClick={add} small>
        Cluster
      </Button>
    </>
  );
}
