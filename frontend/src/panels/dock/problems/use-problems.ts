import { pressing } from "@/store/problems";
import { useProblems } from "@/store/use";

/** How many problems of the open board want to be looked at. */
export function useProblemsCount(): number {
  return useProblems((state) => pressing(state.problems ?? []));
}
