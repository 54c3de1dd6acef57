import { useEffect, useState } from "react";
import type { ConnectionRecord } from "@/model/records";
import { useBoard } from "@/store/use";
import { RequestError, request } from "@/sync/rest";
import type { FixesAnswer, FixesBody } from "@/wire/messages";

/** The side that a fix is written at, and how widely it speaks of the other end. */
export type Manner = Required<Pick<FixesBody, "where" | "width">>;

const PLAIN: Manner = { where: "needed", width: "labels" };

/** Somebody who walks through the arrows, or types, asks for none of them on the way. */
const PAUSE_MS = 250;

/** The fixes of an arrow, asked for again when the board or a draft changes; null while they are on their way.
 * `want` null: nobody asked. */
export function useFixes(
  connection: Pick<ConnectionRecord, "source" | "destination" | "protocol" | "port">,
  want: boolean | null,
  { where, width }: Manner = PLAIN,
): { answer: FixesAnswer | null; failure: string | null } {
  const board = useBoard((state) => state.board?.id);
  const revision = useBoard((state) => state.revision);
  const drafts = useBoard((state) => state.drafts);
  const [answer, setAnswer] = useState<FixesAnswer | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const { source, destination, protocol, port } = connection;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another revision or draft may have other fixes
  useEffect(() => {
    setAnswer(null);
    if (want === null || !board) return;
    let left = false;
    const timer = setTimeout(() => {
      const asked = { source, destination, protocol, port, want, where, width };
      request<FixesAnswer>("POST", `boards/${board}/fixes/`, asked).then(
        (found) => {
          if (left) return;
          setFailure(null);
          setAnswer(found);
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
  }, [board, revision, drafts, source, destination, protocol, port, want, where, width]);
  return { answer, failure };
}
