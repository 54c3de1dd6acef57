import { useStore } from "@xyflow/react";
import type { Route } from "@/geometry/arrows";
import { boxOf } from "@/geometry/boxes";
import { tintOf, usePeople } from "@/store/people";
import { useBoard } from "@/store/use";
import type { Person } from "@/wire/messages";
import { useCanvas } from "../state";
import "./people-layer.css";

/** Where the others are: their pointers, and what they have selected. It takes no pointer events and is not read out:
 * the list of people says the same. */
export function PeopleLayer() {
  const others = usePeople((state) => state.others);
  const people = Object.values(others);
  if (people.length === 0) return null;
  return (
    <div aria-hidden="true" className="people-layer">
      {people.map((person) => (
        <Selected key={person.id} person={person} />
      ))}
      {people.map((person) => (
        <Pointer key={person.id} person={person} />
      ))}
    </div>
  );
}

function Pointer({ person }: { person: Person }) {
  const [x, y, zoom] = useStore((state) => state.transform);
  if (!person.pointer) return null;
  const at = { transform: `translate(${person.pointer.x * zoom + x}px, ${person.pointer.y * zoom + y}px)` };
  return (
    <div className="people-layer__pointer" style={{ ...at, "--who": tintOf(person) } as React.CSSProperties}>
      <svg aria-hidden="true" height="18" viewBox="0 0 16 18" width="16">
        <path d="M1.5 1.2 14 10.2H7.8L4.4 16z" />
      </svg>
      <span className="people-layer__name">{person.name}</span>
    </div>
  );
}

function Selected({ person }: { person: Person }) {
  const [x, y, zoom] = useStore((state) => state.transform);
  const routes = useCanvas((state) => state.drawing.routes);
  const arrowOf = useCanvas((state) => state.arrowOf);
  const namespaces = useBoard((state) => state.namespaces);
  const pods = useBoard((state) => state.pods);
  const hosts = useBoard((state) => state.hosts);
  const found = person.selection.flatMap((id) => {
    const box = boxOf({ namespaces, pods, hosts }, id);
    return box ? [{ id, box }] : [];
  });
  const arrows = person.selection.flatMap((id) => routes.get(arrowOf.get(id) ?? "") ?? []);
  const style = { "--who": tintOf(person) } as React.CSSProperties;
  return (
    <div style={style}>
      {arrows.length > 0 && (
        <svg aria-hidden="true" className="people-layer__arrows">
          <g transform={`translate(${x} ${y}) scale(${zoom})`}>
            {arrows.map((route) => (
              <path d={pathOf(route)} key={route.id} strokeWidth={7 / zoom} />
            ))}
          </g>
        </svg>
      )}
      {found.map(({ id, box }, index) => (
        <div
          className="people-layer__box"
          key={id}
          style={{
            left: box.x * zoom + x - 4,
            top: box.y * zoom + y - 4,
            width: box.width * zoom + 8,
            height: box.height * zoom + 8,
          }}
        >
          {index === 0 && <span className="people-layer__name people-layer__name--box">{person.name}</span>}
        </div>
      ))}
    </div>
  );
}

function pathOf({ curve: [a, b, c, d] }: Route): string {
  return `M${a.x} ${a.y}C${b.x} ${b.y} ${c.x} ${c.y} ${d.x} ${d.y}`;
}
