import { Icon } from "@/panels/parts/Icon";
import type { Item } from "./axes";
import type { GridPlace } from "./use-grid-keys";

type HeadProps = GridPlace & {
  item: Item;
  scope: "row" | "col";
  /** Its column, counted from 1, as screen readers tell it. */
  index: number;
  onToggle: () => void;
};

/** The name of a row or column; the first one of a namespace has the button that folds it. */
export function Head({ item, scope, index, onToggle, ...place }: HeadProps) {
  const { name, group, folded, first, spots } = item;
  const own = name.startsWith(`${group}/`) ? name.slice(group.length + 1) : name;
  const words = `${folded ? "Unfold" : "Fold"} ${group}`;
  return (
    <th
      aria-colindex={index}
      aria-expanded={first ? !folded : undefined}
      className={`grid__head ${first ? "grid__head--first" : ""} ${folded ? "grid__head--folded" : ""}`}
      scope={scope}
      title={
        folded
          ? `${group}: ${spots
              .map((spot) => spot.name)
              .slice(0, 20)
              .join("\n")}`
          : titleOf(item)
      }
      {...place}
    >
      <span className="grid__name">
        {first && (
          <button
            aria-label={words}
            className={`grid__fold ${folded ? "" : "grid__fold--open"}`}
            onClick={onToggle}
            tabIndex={-1}
            title={words}
            type="button"
          >
            <Icon name="chevron" size={11} />
          </button>
        )}
        <span className="ellipsis">
          {own !== name && <span className="grid__group">{group}/</span>}
          {own}
        </span>
        {folded && <span className="grid__count">{spots.length}</span>}
      </span>
    </th>
  );
}

/** The whole name; of addresses outside which they are, of a workload how many pods. */
function titleOf({ name, spots: [spot] }: Item): string {
  if (!spot) return name;
  if (spot.end.cidrs.length > 0) return `${name}: ${spot.end.cidrs.slice(0, 8).join(", ")}`;
  return spot.ids.length > 1 ? `${name}: ${spot.ids.length} pods that behave alike` : name;
}
