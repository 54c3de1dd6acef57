/** `text` with the comment that ignores a problem of `line` (from 1) on a line of its own above it. */
export function withComment(text: string, line: number, id: string, reason: string): string {
  const lines = text.split("\n");
  const at = Math.min(Math.max(line, 1), lines.length) - 1;
  const below = lines[at] ?? "";
  const indent = /^[ \t]*/.exec(below)?.[0] ?? "";
  const ending = below.endsWith("\r") ? "\r" : "";
  const words = reason.trim().replace(/\s+/g, " ");
  lines.splice(at, 0, `${indent}# netpol:ignore ${id} ${words}${ending}`);
  return lines.join("\n");
}
