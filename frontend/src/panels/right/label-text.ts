/** "key=value" or "key=": a value may be empty, a key may not, and the sign is needed. */
export function readLabel(text: string): { key: string; value: string } | null {
  const end = text.indexOf("=");
  const key = text.slice(0, Math.max(0, end)).trim();
  return key ? { key, value: text.slice(end + 1).trim() } : null;
}
