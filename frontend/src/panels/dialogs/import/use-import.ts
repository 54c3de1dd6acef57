import { useEffect, useRef, useState } from "react";
import { RequestError, request } from "@/sync/rest";
import type { Choices, Fault, ImportPreview } from "@/wire/messages";
import { type ManifestFile, withText } from "../manifest-files";
import { deliver, type Progress } from "./deliver";

/** Brings a delivery in and resolves to a sentence that says what came. Rejects with RequestError. */
export type BringIn = (delivery: string, choices: Choices, files: readonly ManifestFile[]) => Promise<string>;

type Step =
  | { name: "choose"; faults: Fault[] }
  | { name: "working"; progress: Progress }
  | { name: "preview"; first: ImportPreview; now: ImportPreview; choices: Choices; faults: Fault[] }
  | { name: "done"; sentence: string };

/** The steps of an import: choose, look at what it would do, done; and the way back from each. */
export function useImport(board: string | null, bringIn: BringIn, given: ManifestFile[], pasted: string) {
  const [files, setFiles] = useState(given);
  const [text, setText] = useState(pasted);
  const [step, setStep] = useState<Step>({ name: "choose", faults: [] });
  const work = useRef<AbortController | null>(null);
  const delivery = useRef<string | null>(null);
  const asked = useRef(0);
  const all = withText(files, text);

  const forget = () => {
    work.current?.abort();
    // Whether it was still there does not matter to somebody who leaves.
    if (delivery.current) void request("DELETE", `deliveries/${delivery.current}/`).catch(() => undefined);
    delivery.current = null;
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the dialog goes
  useEffect(() => forget, []);

  const look = async () => {
    const going = new AbortController();
    work.current = going;
    setStep({ name: "working", progress: { stage: "sending", done: 0, of: 0 } });
    try {
      const found = await deliver(all, board, going.signal, (progress) => setStep({ name: "working", progress }));
      delivery.current = found.delivery;
      setStep({ name: "preview", first: found, now: found, choices: {}, faults: [] });
    } catch (error) {
      setStep({ name: "choose", faults: faultsOfError(error) });
    }
  };
  const choose = async (choices: Choices) => {
    if (step.name !== "preview") return;
    setStep({ ...step, choices, faults: [] });
    asked.current += 1;
    const turn = asked.current;
    try {
      const path = `deliveries/${delivery.current}/preview/`;
      const now = await request<ImportPreview>("POST", path, { board, choices });
      if (turn === asked.current) setStep({ ...step, choices, now, faults: [] });
    } catch (error) {
      setStep({ ...step, choices, faults: faultsOfError(error) });
    }
  };
  const place = async () => {
    if (step.name !== "preview" || !delivery.current) return;
    setStep({ name: "working", progress: { stage: "placing", done: 0, of: 0 } });
    try {
      const sentence = await bringIn(delivery.current, step.choices, all);
      delivery.current = null;
      setStep({ name: "done", sentence });
    } catch (error) {
      const cancelled = delivery.current === null;
      setStep(cancelled ? { name: "choose", faults: [] } : { ...step, faults: faultsOfError(error) });
    }
  };
  /** Back to choosing, from wherever it is. Nothing was imported, or the import is done and says so itself. */
  const cancel = async () => {
    if (step.name === "working" && step.progress.stage === "placing") {
      const waiting = delivery.current;
      const stopped = await request("DELETE", `deliveries/${waiting}/`).then(
        () => true,
        () => false,
      );
      if (stopped) delivery.current = null;
      return;
    }
    forget();
    setStep({ name: "choose", faults: [] });
  };
  return { files, setFiles, text, setText, all, step, look, choose, place, cancel };
}

function faultsOfError(error: unknown): Fault[] {
  if (error instanceof DOMException && error.name === "AbortError") return [];
  if (!(error instanceof RequestError)) throw error;
  return error.faults;
}
