/** How a code is compared: without blanks and hyphens, in capitals. */
export function tidied(typed: string): string {
  return typed.replace(/[\s-]+/g, "").toUpperCase();
}

/** The code of a join link that somebody pasted whole; else what they typed. */
export function codeIn(typed: string): string {
  const link = /\/j\/([^/?#\s]+)/i.exec(typed);
  return tidied(link?.[1] ?? typed);
}
