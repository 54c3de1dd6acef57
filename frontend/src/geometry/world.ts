import type { Arrow, Ends, Kept } from "./arrows";
import type { Box } from "./shapes";
import type { Side } from "./sides";

/** Everything that a drawing depends on. */
export interface World {
  boxes: Map<string, Box>;
  /** Frame titles: arrows go around them when it costs little. */
  titles: Box[];
  arrows: Arrow[];
  /** The gates that policies shut, as `pod direction`; the others are open rings. */
  shut?: ReadonlySet<string>;
  /** The drawing before: its sides are kept unless others are clearly better, so that arrows do not jump about. */
  before?: Map<string, Kept>;
  /** Only these are chosen anew; the others keep theirs. Absent: all. */
  touched?: Set<string>;
}

export interface Chosen {
  ends: Map<string, Ends>;
  /** The side of each pod's gate at which arrows are stopped, by `pod direction`. */
  gates: Map<string, Side>;
}
