import { useEffect } from "react";
import { pressing } from "@/store/problems";
import { useBoard, useProblems } from "@/store/use";
import { watchProblems } from "@/sync/problems";

/** Follows the problems of the open board, and counts those that want to be looked at. */
export function useProblemsCount(): number {
  const board = useBoard((state) => state.board?.id);
  useEffect(() => (board ? watchProblems(board) : undefined), [board]);
  return useProblems((state) => pressing(state.problems ?? []));
}
