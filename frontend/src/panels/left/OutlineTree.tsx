import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import type { Ref } from "@/model/records";
import { Icon } from "@/panels/parts/Icon";
import { camera } from "@/store/camera";
import { isSelected, openPolicy, select } from "@/store/ui";
import { useUi } from "@/store/use";
import { say } from "@/texts/left";
import { type Branch, counted, type Leaf } from "./outline-tree";
import { ProblemMark } from "./ProblemMark";
import { type Mark, useProblemMarks } from "./problem-marks";
import { SelectedBy } from "./SelectedBy";
import { useInView } from "./use-in-view";
import "./outline.css";

/** `at` of `of`: its place among its siblings, which need not all stand in the page. */
type Row = { key: string; ref: Ref | null; level: 1 | 2; at: number; of: number; branch: Branch; leaf?: Leaf };

/** A tree as the ARIA practices ask for it: one stop for Tab, arrows to walk, left and right to fold. */
export function OutlineTree({ branches, searching }: { branches: Branch[]; searching: boolean }) {
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [current, setCurrent] = useState<string | null>(null);
  const selection = useUi((state) => state.selection);
  const marks = useProblemMarks();
  const tree = useRef<HTMLDivElement>(null);
  const only = selection.length === 1 ? selection[0]?.id : undefined;

  const open = (branch: Branch) => searching || !folded.has(branch.key);
  const rows = useMemo(() => rowsOf(branches, searching ? new Set() : folded), [branches, searching, folded]);
  const { part, onScroll, reveal } = useInView(tree, rows);
  useEffect(() => {
    if (only) reveal(only);
  }, [only, reveal]);
  const shown = rows.slice(part.first, part.end);
  const stop = shown.some(({ key }) => key === current) ? current : shown[0]?.key;

  const fold = (key: string, shut: boolean) => {
    const next = new Set(folded);
    if (shut) next.add(key);
    else next.delete(key);
    setFolded(next);
  };
  const go = (key: string | undefined) => {
    if (key === undefined) return;
    setCurrent(key);
    reveal(key);
    // A row that was out of view stands in the page only after the scrolling.
    requestAnimationFrame(() => rowOf(tree.current, key)?.focus());
  };
  const onKeyDown = (event: KeyboardEvent, row: Row) => {
    const index = rows.indexOf(row);
    const shut = row.level === 1 && !open(row.branch);
    if (event.key === "ArrowDown") go(rows[index + 1]?.key);
    else if (event.key === "ArrowUp") go(rows[index - 1]?.key);
    else if (event.key === "Home") go(rows[0]?.key);
    else if (event.key === "End") go(rows.at(-1)?.key);
    else if (event.key === "ArrowRight" && shut) fold(row.key, false);
    else if (event.key === "ArrowRight") go(rows[index + 1]?.key);
    else if (event.key === "ArrowLeft" && row.level === 2) go(row.branch.key);
    else if (event.key === "ArrowLeft") fold(row.key, true);
    else if (event.key === "Enter" || event.key === " ") choose(row);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div aria-label={say.outline} className="outline" onScroll={onScroll} ref={tree} role="tree">
      <div role="presentation" style={{ height: part.before }} />
      {shown.map((row) => (
        <div
          aria-expanded={row.level === 1 ? open(row.branch) : undefined}
          aria-level={row.level}
          aria-posinset={row.at}
          aria-selected={row.ref !== null && isSelected(selection, row.ref.id)}
          aria-setsize={row.of}
          className={`outline__row outline__row--${row.leaf ? row.leaf.ref.table : "branch"}`}
          data-key={row.key}
          key={row.key}
          onClick={() => {
            setCurrent(row.key);
            choose(row);
          }}
          onDoubleClick={() => row.ref && camera()?.flyTo(row.ref.id)}
          onKeyDown={(event) => onKeyDown(event, row)}
          role="treeitem"
          tabIndex={row.key === stop ? 0 : -1}
        >
          {row.leaf ? (
            <LeafRow leaf={row.leaf} mark={marks.get(row.leaf.ref.id)} />
          ) : (
            <BranchRow
              branch={row.branch}
              mark={marks.get(row.branch.key)}
              onFold={(shut) => fold(row.key, shut)}
              open={open(row.branch)}
            />
          )}
        </div>
      ))}
      <div role="presentation" style={{ height: part.after }} />
    </div>
  );
}

function rowsOf(branches: Branch[], folded: ReadonlySet<string>): Row[] {
  return branches.flatMap((branch, index): Row[] => {
    const { key, ref, leaves } = branch;
    const row: Row = { key, ref, level: 1, at: index + 1, of: branches.length, branch };
    if (folded.has(key)) return [row];
    const below = leaves.map(
      (leaf, place): Row => ({
        key: leaf.ref.id,
        ref: leaf.ref,
        level: 2,
        at: place + 1,
        of: leaves.length,
        branch,
        leaf,
      }),
    );
    return [row, ...below];
  });
}

function rowOf(tree: HTMLElement | null, key: string): HTMLElement | null {
  return tree?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`) ?? null;
}

function choose({ ref }: Row) {
  if (!ref) return;
  select([ref]);
  if (ref.table === "policies") openPolicy(ref.id);
}

type BranchRowProps = { branch: Branch; open: boolean; onFold: (shut: boolean) => void; mark: Mark | undefined };

function BranchRow({ branch, open, onFold, mark }: BranchRowProps) {
  const tint = branch.tint === null ? "none" : String(((branch.tint - 1) % 6) + 1);
  return (
    <>
      <span
        aria-hidden="true"
        className={open ? "outline__fold outline__fold--open" : "outline__fold"}
        onClick={(event) => {
          event.stopPropagation();
          onFold(open);
        }}
      >
        <Icon name="chevron" size={12} />
      </span>
      <i aria-hidden="true" className="outline__dot" data-tint={tint} />
      <span className="outline__name ellipsis" title={branch.name}>
        {branch.name}
      </span>
      <ProblemMark mark={mark} />
      {branch.ref && <SelectedBy id={branch.ref.id} />}
      <small className="outline__fact">{branch.fact}</small>
    </>
  );
}

function LeafRow({ leaf, mark }: { leaf: Leaf; mark: Mark | undefined }) {
  return (
    <>
      {leaf.ref.table === "policies" && <Icon name="policy" size={13} />}
      <span className="outline__name ellipsis" title={leaf.name}>
        {leaf.name}
      </span>
      <ProblemMark mark={mark} />
      {leaf.warned ? (
        <span className="outline__warned" title={say.fromTheApiServer(counted(leaf.warned, "warning"))}>
          <Icon name="alert" size={13} />
          <span className="visually-hidden">{counted(leaf.warned, "warning")}</span>
        </span>
      ) : null}
      <SelectedBy id={leaf.ref.id} />
      <small className={leaf.code ? "outline__fact mono" : "outline__fact"} title={leaf.fact}>
        {leaf.fact}
      </small>
    </>
  );
}
