import { useState } from "react";
import { Button } from "@/panels/parts/Button";
import { useRequest } from "@/panels/parts/use-request";
import { RequestError, request } from "@/sync/rest";
import type { Ownership } from "@/wire/messages";

/** Whose the board is. One that a program made is nobody's: the person may take it. */
export function Whose({ board, onDone }: { board: string; onDone: (told: string) => void }) {
  const path = `boards/${board}/owner/`;
  const { answer, failure, again } = useRequest<Ownership>(path);
  const [refused, setRefused] = useState<string | null>(null);
  const take = async () => {
    try {
      await request<Ownership>("POST", path, {});
      again();
      onDone("The board is yours now.");
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      setRefused(error.message);
    }
  };
  const fault = refused ?? failure;
  return (
    <>
      <p className="share__hint">
        Whoever opens a link has its role, until it expires or you revoke it.
        {answer?.owner === "you" && " You own the board, so only you see this."}
      </p>
      {answer?.owner === "nobody" && (
        <div className="share__nobody">
          <p>
            This board belongs to nobody: a program made it, and everybody who knows its address may change and delete
            it. Make it yours, and only you and the people with a link can open it.
          </p>
          <Button onClick={() => void take()}>Make it mine</Button>
        </div>
      )}
      {fault && (
        <p className="field__error" role="alert">
          {fault}
        </p>
      )}
    </>
  );
}
