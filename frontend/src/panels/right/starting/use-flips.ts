import { useEffect, useState } from "react";
import { useBoard } from "@/store/use";
import { RequestError, request } from "@/sync/rest";
import type { FlipsAnswer } from "@/wire/messages";

const PAUSE_MS = 200;

type Told = { flips: FlipsAnswer | null; failure: string | null };

const NOTHING: Told = { flips: null, failure: null };

/** What a new policy with this text would flip, asked for when the text has rested for a moment. */
export function useFlips(policy: string, text: string): Told {
  const board = useBoard((state) => state.board?.id);
  const revision = useBoard((state) => state.revision);
  const [told, setTold] = useState(NOTHING);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another revision asks again
  useEffect(() => {
    let left = false;
    const asked = setTimeout(() => {
      request<FlipsAnswer>("POST", `boards/${board}/flips/`, { texts: [{ id: policy, text }] }).then(
        (flips) => !left && setTold({ flips, failure: null }),
        (error: unknown) => {
          if (!(error instanceof RequestError)) throw error;
          if (!left) setTold({ flips: null, failure: error.message });
        },
      );
    }, PAUSE_MS);
    return () => {
      left = true;
      clearTimeout(asked);
    };
  }, [board, revision, policy, text]);
  return told;
}
