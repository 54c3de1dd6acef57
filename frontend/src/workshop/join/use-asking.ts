import { useEffect, useState } from "react";
import { RequestError } from "@/sync/rest";
import type { Fault } from "@/wire/messages";

export interface Asking {
  busy: boolean;
  fault: Fault | null;
  /** Seconds until another try is let through; 0 when one is. */
  wait: number;
  /** Asks; the first reason of a refusal is kept. */
  ask: (question: () => Promise<void>) => Promise<void>;
  forget: () => void;
}

/** One question to the server at a time, and why the last one was refused. Too many tries count down. */
export function useAsking(): Asking {
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const [wait, setWait] = useState(0);
  useEffect(() => {
    if (wait <= 0) return;
    const timer = setTimeout(() => setWait(wait - 1), 1000);
    return () => clearTimeout(timer);
  }, [wait]);
  const ask = async (question: () => Promise<void>) => {
    setBusy(true);
    setFault(null);
    try {
      await question();
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      const [first] = error.faults;
      setFault(first ?? null);
      if (first?.code === "too_many_attempts") setWait(Math.max(1, Number(first.value) || 60));
    } finally {
      setBusy(false);
    }
  };
  return { busy, fault, wait, ask, forget: () => setFault(null) };
}
