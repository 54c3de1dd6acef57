import { useEffect, useState } from "react";
import { say } from "@/texts/export";

export interface Read {
  text: string | null;
  failure: string | null;
}

const WAITING: Read = { text: null, failure: null };

/** The text at an address of our own server, read again whenever the board has a new revision; null asks for none. */
export function useText(address: string | null, revision: number): Read {
  const [read, setRead] = useState<Read & { address: string | null }>({ ...WAITING, address: null });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision has another text
  useEffect(() => {
    if (!address) return;
    const stop = new AbortController();
    readText(address, stop.signal).then((found) => {
      if (!stop.signal.aborted) setRead({ ...found, address });
    });
    return () => stop.abort();
  }, [address, revision]);
  return read.address === address ? read : WAITING;
}

async function readText(address: string, signal: AbortSignal): Promise<Read> {
  try {
    const response = await fetch(address, { credentials: "same-origin", signal });
    const text = await response.text();
    if (response.ok) return { text, failure: null };
    return { text: null, failure: reasonOf(text) ?? say.theServerAnsweredTryAgainIn(response.status) };
  } catch {
    return { text: null, failure: say.theServerCannotBeReachedCheck };
  }
}

/** Why the server refused, in its own words. */
function reasonOf(text: string): string | null {
  try {
    const { errors } = JSON.parse(text) as { errors: { message: string }[] };
    return errors.map(({ message }) => message).join(" ");
  } catch {
    return null;
  }
}
