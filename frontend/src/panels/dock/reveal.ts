import { createStore } from "zustand/vanilla";
import { openPolicy } from "@/store/ui";

/** The line of a policy's YAML that somebody asked to see; `asked` tells two equal wishes apart. */
export const revealStore = createStore<{ policy: string | null; line: number; asked: number }>(() => ({
  policy: null,
  line: 1,
  asked: 0,
}));

/** Opens a policy's YAML and brings the line into view. */
export function reveal(policy: string, line: number | null): void {
  openPolicy(policy);
  revealStore.setState(({ asked }) => ({ policy, line: line ?? 1, asked: asked + 1 }));
}
