import type { Fault } from "@/wire/messages";

/** An edit that the server refused, with every reason. */
export class RefusedError extends Error {
  constructor(
    readonly faults: Fault[],
    /** The person was told of it already. */
    readonly told = false,
  ) {
    super(faults.map((fault) => fault.message).join(" "));
  }
}
