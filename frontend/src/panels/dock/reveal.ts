import { createStore } from "zustand/vanilla";
import { openPolicy } from "@/store/ui";

/** With a column, the caret goes there too. */
type Wish = { policy: string | null; line: number; column: number | null; asked: number; taken: number };

/** The line of a policy's YAML that somebody asked to see; `asked` tells two equal wishes apart, `taken` is the
 * last one that an editor followed. */
export const revealStore = createStore<Wish>(() => ({ policy: null, line: 1, column: null, asked: 0, taken: 0 }));

/** Opens a policy's YAML and brings the line into view. */
export function reveal(policy: string, line: number | null, column: number | null = null): void {
  openPolicy(policy);
  revealStore.setState(({ asked }) => ({ policy, line: line ?? 1, column, asked: asked + 1 }));
}
