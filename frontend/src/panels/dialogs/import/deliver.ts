/** Sends manifests to be looked at: how far it is, step by step, and what they would do. */

import { faultsOf, RequestError, unreachable, writeHeaders } from "@/sync/rest";
import type { Fault, ImportPreview } from "@/wire/messages";
import type { ManifestFile } from "../manifest-files";

export type Stage = "sending" | "waiting" | "reading" | "comparing" | "placing";
export type Progress = { stage: Stage; done: number; of: number };
export type Told = Progress | ImportPreview | { errors: Fault[] };

/** Uploads and waits. `onProgress` hears of every step; aborting stops it wherever it is. Rejects with RequestError. */
export function deliver(
  files: readonly ManifestFile[],
  board: string | null,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
): Promise<ImportPreview> {
  const form = new FormData();
  for (const { path, file } of files) {
    form.append("file", file, path.split("/").at(-1));
    form.append("path", path);
  }
  return new Promise((done, fail) => {
    // Only the old way of asking says how much of the body has left.
    const asked = new XMLHttpRequest();
    asked.open("POST", `/api/v1/deliveries/${board ? `?board=${board}` : ""}`);
    for (const [name, value] of Object.entries(writeHeaders())) asked.setRequestHeader(name, value);
    asked.setRequestHeader("Accept", "application/x-ndjson");
    asked.upload.onprogress = ({ loaded, total }) => onProgress({ stage: "sending", done: loaded, of: total });
    asked.onprogress = () => {
      const last = lines(asked.responseText).at(-1);
      if (asked.status === 200 && last && "stage" in last) onProgress(last);
    };
    asked.onerror = () => fail(new RequestError(0, [unreachable()]));
    asked.onabort = () => fail(new DOMException("cancelled", "AbortError"));
    asked.onload = () => {
      if (asked.status !== 200) return fail(new RequestError(asked.status, faultsOf(asked.responseText, asked.status)));
      const last = lines(asked.responseText).at(-1);
      if (last && "errors" in last) return fail(new RequestError(400, last.errors));
      if (last && "new" in last) return done(last);
      fail(new RequestError(0, [unreachable()]));
    };
    if (signal.aborted) return fail(new DOMException("cancelled", "AbortError"));
    signal.addEventListener("abort", () => asked.abort());
    asked.send(form);
  });
}

/** The whole lines that have come. */
export function lines(text: string): Told[] {
  const whole = text.slice(0, text.lastIndexOf("\n") + 1);
  return whole
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Told);
}
