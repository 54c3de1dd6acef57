import { useHazards } from "@/store/hazards";
import { CanvasIcon, type CanvasIconName } from "../parts/CanvasIcon";
import "./hazards.css";

const LOOKS = {
  nobody: { icon: "lock", word: "nobody", about: "Nobody can reach this pod, whatever pods may come" },
  namespace: { icon: "namespace", word: "its namespace", about: "Pods of its own namespace can reach it" },
  cluster: { icon: "pod", word: "cluster", about: "Pods of other namespaces can reach it" },
  world: { icon: "web", word: "world", about: "Addresses outside the cluster can reach it" },
} as const satisfies Record<string, { icon: CanvasIconName; word: string; about: string }>;

/** On a pod's card: the widest circle from which it could be reached, in colour, sign and word. */
export function Shade({ id }: { id: string }) {
  const found = useHazards((state) => (state.view === "exposure" ? state.shades[id] : undefined));
  if (!found) return null;
  const { icon, word, about } = LOOKS[found.shade];
  return (
    <span className={`shade shade--${found.shade}`} data-shade={found.shade} title={`${about}. ${found.words}`}>
      <span className="shade__badge">
        <CanvasIcon name={icon} size={12} />
        <span className="visually-hidden">reached by </span>
        {word}
        {!found.certain && "?"}
      </span>
    </span>
  );
}
