import { useEffect, useState } from "react";
import type { Pair } from "@/store/ui";
import { useBoard } from "@/store/use";
import { RequestError, request } from "@/sync/rest";
import type { ConnectionVerdict } from "@/wire/messages";

/** Somebody who types a port asks for none of the ports on the way. */
const PAUSE_MS = 150;

/** The verdict of a connection that nobody drew, asked for again when the board or a draft changes. What was known
 * stays until the new answer is there. */
export function useWhy({ source, destination, protocol, port }: Pair): {
  verdict: ConnectionVerdict | null;
  failure: string | null;
} {
  const board = useBoard((state) => state.board?.id);
  const revision = useBoard((state) => state.revision);
  const drafts = useBoard((state) => state.drafts);
  const [verdict, setVerdict] = useState<ConnectionVerdict | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another revision or draft may have another verdict
  useEffect(() => {
    if (!board) return;
    let left = false;
    const timer = setTimeout(() => {
      request<ConnectionVerdict>("POST", `boards/${board}/why/`, { source, destination, protocol, port }).then(
        (found) => {
          if (left) return;
          setFailure(null);
          setVerdict(found);
        },
        (error: unknown) => {
          if (!(error instanceof RequestError)) throw error;
          if (!left) setFailure(error.message);
        },
      );
    }, PAUSE_MS);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [board, revision, drafts, source, destination, protocol, port]);
  return { verdict, failure };
}
