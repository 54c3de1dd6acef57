import { useState } from "react";
import { Button } from "@/panels/parts/Button";
import { useRequest } from "@/panels/parts/use-request";
import { RequestError, request } from "@/sync/rest";
import { say } from "@/texts/share";
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
      onDone(say.theBoardIsYoursNow);
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      setRefused(error.message);
    }
  };
  const fault = refused ?? failure;
  return (
    <>
      <p className="share__hint">
        {say.whoeverOpensALinkHasIts}
        {answer?.owner === "you" && ` ${say.youOwnTheBoardSoOnly}`}
      </p>
      {answer?.owner === "nobody" && (
        <div className="share__nobody">
          <p>{say.thisBoardBelongsToNobodyA}</p>
          <Button onClick={() => void take()}>{say.makeItMine}</Button>
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
