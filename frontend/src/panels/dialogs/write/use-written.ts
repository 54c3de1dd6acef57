import { useEffect, useState } from "react";
import { boardStore } from "@/store/board";
import { useBoard } from "@/store/use";
import { RequestError, request } from "@/sync/rest";
import type { Way, WrittenPolicies } from "@/wire/messages";

interface Written {
  answer: WrittenPolicies | null;
  failure: string | null;
}

/** What would be written in this way, asked anew when the board or the way changes. */
export function useWritten(way: Way): Written {
  const [written, setWritten] = useState<Written>({ answer: null, failure: null });
  const revision = useBoard((state) => state.revision);
  const asked = JSON.stringify(way);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another revision asks again
  useEffect(() => {
    let left = false;
    const board = boardStore.getState().board?.id;
    request<WrittenPolicies>("POST", `boards/${board}/wishes/`, JSON.parse(asked)).then(
      (answer) => !left && setWritten({ answer, failure: null }),
      (error: unknown) => {
        if (!(error instanceof RequestError)) throw error;
        if (!left) setWritten({ answer: null, failure: error.message });
      },
    );
    return () => {
      left = true;
    };
  }, [asked, revision]);
  return written;
}
