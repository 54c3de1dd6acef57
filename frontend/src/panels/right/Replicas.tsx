import { workloadOf } from "@/model/places";
import type { PodRecord } from "@/model/records";
import { Editable } from "@/panels/parts/Editable";
import { FieldError } from "@/panels/parts/Field";
import { useSubmit } from "@/panels/parts/use-submit";
import { useBoard } from "@/store/use";
import "./replicas.css";

const MOST = 50;

/** How many pods the pod's workload runs: more are copies beside it, fewer take the newest away. */
export function Replicas({ pod }: { pod: PodRecord }) {
  const count = useBoard((state) => workloadOf(state, pod).length);
  const { submit, refusal } = useSubmit();
  const scale = (replicas: number) => void submit("scale_pod", { id: pod.id, replicas });
  return (
    <>
      <Editable>
        <div className="replicas">
          <button aria-label="One replica less" disabled={count <= 1} onClick={() => scale(count - 1)} type="button">
            −
          </button>
          <output aria-label="Replicas" aria-live="polite">
            {count}
          </output>
          <button aria-label="One replica more" disabled={count >= MOST} onClick={() => scale(count + 1)} type="button">
            +
          </button>
          {pod.owner && (
            <span className="replicas__owner">
              {pod.owner.kind} {pod.owner.name}
            </span>
          )}
        </div>
      </Editable>
      <FieldError text={refusal} />
    </>
  );
}
