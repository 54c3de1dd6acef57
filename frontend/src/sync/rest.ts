import { say } from "@/texts/sync";
import type { Fault } from "@/wire/messages";

/** A request that the server refused, with every reason; `status` 0 when it could not be reached. */
export class RequestError extends Error {
  constructor(
    readonly status: number,
    readonly faults: Fault[],
  ) {
    super(faults.map((fault) => fault.message).join(" ") || say.theServerAnswered(status));
  }
}

/** Calls the REST interface below /api/v1/. Rejects with `RequestError`. Returns null for an empty answer. */
export async function request<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
  const headers: Record<string, string> = { Accept: "application/json" };
  if (method !== "GET") Object.assign(headers, writeHeaders());
  if (body !== undefined) headers["Content-Type"] = "application/json";
  const response = await fetch(`/api/v1/${path}`, {
    method,
    headers,
    credentials: "same-origin",
    body: body === undefined ? undefined : JSON.stringify(body),
  }).catch(() => {
    throw new RequestError(0, [unreachable()]);
  });
  const text = await response.text();
  if (!response.ok) throw new RequestError(response.status, faultsOf(text, response.status));
  return (text ? JSON.parse(text) : null) as Answer;
}

/** What every write carries. */
export function writeHeaders(): Record<string, string> {
  return { "X-CSRFToken": csrfToken() };
}

function csrfToken(): string {
  return /(?:^|; )csrftoken=([^;]*)/.exec(document.cookie)?.[1] ?? "";
}

/** The reasons in a refusal's body. */
export function faultsOf(text: string, status: number): Fault[] {
  try {
    const parsed = JSON.parse(text) as { errors?: Fault[]; detail?: string };
    if (parsed.errors) return parsed.errors;
    if (parsed.detail) return [fault("http", parsed.detail)];
  } catch {
    // Not JSON: a proxy in between answered. Its page would tell the person nothing.
  }
  return [fault("http", say.theServerAnswered(status))];
}

export function unreachable(): Fault {
  return fault("unreachable", say.theServerCannotBeReachedCheck);
}

function fault(code: string, message: string): Fault {
  return { code, message, file: null, document: null, path: null, line: null, column: null, value: null };
}
