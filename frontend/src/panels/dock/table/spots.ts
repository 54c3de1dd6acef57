/** What stands in the rows and columns of the table, and what passes between two of them. */
import { hasPort, type PortAsked } from "@/model/port-words";
import { EVERY_PORT, NO_PORT, type Reach } from "@/store/reach";
import type { By } from "@/store/table";
import type { TableEnd } from "@/wire/messages";

/** One end of a pair: a workload, a pod, a host, or addresses outside. */
export interface Spot {
  key: string;
  /** "prod/web", "outside/backup", "Internet". */
  name: string;
  /** The namespace's name, or `OUTSIDE`. */
  group: string;
  end: TableEnd;
  /** The pods or hosts of the board that it stands for. */
  ids: readonly string[];
}

export const OUTSIDE = "outside";

export function spotsOf({ ends }: Reach, by: By, nameOf: (id: string) => string): Spot[] {
  return ends.flatMap((end) => {
    const group = end.namespace ?? OUTSIDE;
    const ids = end.namespace === null ? end.hosts : end.pods;
    if (by === "workload" || ids.length < 2) {
      return [{ key: `${group} ${end.name} ${ids[0] ?? end.cidrs[0] ?? ""}`, name: end.name, group, end, ids }];
    }
    return ids.map((id) => ({ key: `${group} ${id}`, name: nameOf(id), group, end, ids: [id] }));
  });
}

/** What passes: a number of `Reach.ports`, or one of the three below. */
export type Passage = number;
/** A pod with itself, which always reaches itself. */
export const ITSELF = -1;
/** Two addresses outside: no policy decides. */
export const NOT_OURS = -2;
/** One of them has ended: nobody can say. */
export const UNDECIDED = -3;

export function passage(reach: Reach, source: Spot, destination: Spot): Passage {
  const [one, other] = [source.end.number, destination.end.number];
  if (source.end.namespace === null && destination.end.namespace === null) return NOT_OURS;
  if (one === null || other === null) return UNDECIDED;
  if (source.key === destination.key && source.ids.length < 2) return ITSELF;
  const passes = reach.between(one, other);
  if (passes === EVERY_PORT || !reach.exempt || source.ids.length === 0 || destination.ids.length === 0) return passes;
  const pairs = source.ids.flatMap((id) => destination.ids.flatMap((to) => (to === id ? [] : [[id, to] as const])));
  return pairs.length > 0 && pairs.every(([id, to]) => reach.always(id, to)) ? EVERY_PORT : passes;
}

/** Tells of a passage whether anything passes, or just the asked port; null where nobody decides. */
export type Judge = (value: Passage) => boolean | null;

/** Reads each set of ports once, for millions of pairs may be judged. */
export function judgeFor({ ports }: Reach, asked: PortAsked | null): Judge {
  const open = ports.map((each, at) => (asked ? hasPort(each, asked.protocol, asked.port) : at !== NO_PORT));
  return (value) => (value < 0 ? null : (open[value] ?? false));
}

/** What passes among all pairs of several spots with several others. */
export interface Sum {
  pairs: number;
  open: number;
  undecided: number;
  /** The one passage of all pairs, where they are alike. */
  alike: Passage | null;
}

export function sumOf(reach: Reach, from: readonly Spot[], to: readonly Spot[], judge: Judge): Sum {
  const sum: Sum = { pairs: 0, open: 0, undecided: 0, alike: null };
  let mixed = false;
  for (const source of from) {
    for (const destination of to) {
      const value = passage(reach, source, destination);
      if (value === UNDECIDED) sum.undecided += 1;
      const open = judge(value);
      if (open === null) continue;
      sum.pairs += 1;
      if (open) sum.open += 1;
      mixed ||= sum.alike !== null && sum.alike !== value;
      sum.alike = value;
    }
  }
  return mixed ? { ...sum, alike: null } : sum;
}
