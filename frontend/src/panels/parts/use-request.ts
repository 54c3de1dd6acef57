import { useCallback, useEffect, useState } from "react";
import { RequestError, request } from "@/sync/rest";

type Asked<Answer> = { answer: Answer | null; failure: string | null; again: () => void };

/** What a GET of our own interface answers; both null while it is on its way. */
export function useRequest<Answer>(path: string): Asked<Answer> {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [tries, setTries] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try asks again
  useEffect(() => {
    let left = false;
    setFailure(null);
    request<Answer>("GET", path).then(
      (got) => !left && setAnswer(got),
      (error: unknown) => {
        if (!(error instanceof RequestError)) throw error;
        if (!left) setFailure(error.message);
      },
    );
    return () => {
      left = true;
    };
  }, [path, tries]);
  return { answer, failure, again: useCallback(() => setTries((count) => count + 1), []) };
}
