import type { ShareLinkEntry } from "@/wire/messages";

/** The whole address of a link, to be given to somebody. */
export function addressOf({ path }: Pick<ShareLinkEntry, "path">): string {
  return `${location.origin}${path}`;
}
