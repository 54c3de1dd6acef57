import { useCallback, useState } from "react";
import { RefusedError, send } from "@/sync/session";
import type { Fault } from "@/wire/messages";

/** Sends commands and keeps why the last one was refused, to be shown at the field that asked for it. */
export function useSubmit() {
  const [faults, setFaults] = useState<Fault[]>([]);
  const submit = useCallback(async (command: string, params: Record<string, unknown>): Promise<boolean> => {
    try {
      await send(command, params);
      setFaults([]);
      return true;
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      setFaults(error.faults);
      return false;
    }
  }, []);
  const clear = useCallback(() => setFaults([]), []);
  return { submit, faults, clear, refusal: messageOf(faults) };
}

/** All reasons in one text; null for none. */
export function messageOf(faults: readonly Fault[]): string | null {
  return faults.length ? faults.map(({ message }) => message).join(" ") : null;
}
