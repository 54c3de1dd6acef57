import { useMemo } from "react";
import type { ExpectationRecord } from "@/model/records";
import { useExpectations } from "@/store/expectations";
import { useBoard } from "@/store/use";

/** The expectations in their order. */
export function useListed(): ExpectationRecord[] {
  const records = useBoard((state) => state.expectations);
  return useMemo(() => Object.values(records).sort((a, b) => a.order - b.order), [records]);
}

/** The expectations of the open board: how many there are, and how many of them hold. */
export function useTestsCount(): { all: number; holding: number; known: boolean } {
  const listed = useListed();
  const results = useExpectations((state) => state.results);
  const judged = listed.flatMap(({ id }) => results[id] ?? []);
  const holding = judged.filter(({ status }) => status === "holds").length;
  return { all: listed.length, holding, known: judged.length === listed.length };
}
