import { useCallback, useEffect, useRef, useState } from "react";
import { keepRefused } from "@/sync/keep-refused";
import { RefusedError, send } from "@/sync/session";
import type { Fault } from "@/wire/messages";

/** Sends commands. `submit` keeps why the last one was refused, to be shown at the field that asked for it; `ask` answers
 * it. When that field is gone by then, it is told with what was typed. */
export function useSubmit() {
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);
  const [faults, setFaults] = useState<Fault[]>([]);
  const ask = useCallback(async (command: string, params: Record<string, unknown>): Promise<Fault[]> => {
    try {
      await send(command, params);
      return [];
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      if (!here.current && !error.told) keepRefused({ command, params }, error.faults);
      return error.faults;
    }
  }, []);
  const submit = useCallback(
    async (command: string, params: Record<string, unknown>): Promise<boolean> => {
      const found = await ask(command, params);
      if (here.current) setFaults(found);
      return found.length === 0;
    },
    [ask],
  );
  const clear = useCallback(() => setFaults([]), []);
  return { ask, submit, faults, clear, refusal: messageOf(faults) };
}

/** All reasons in one text; null for none. */
export function messageOf(faults: readonly Fault[]): string | null {
  return faults.length ? faults.map(({ message }) => message).join(" ") : null;
}
