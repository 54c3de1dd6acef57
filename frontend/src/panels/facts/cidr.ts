/** Addresses and blocks of addresses, IPv4 and IPv6. For what the page offers and lights up; verdicts are the
 * server's. */

export interface Address {
  bits: 32 | 128;
  value: bigint;
}

/** Null for what is no address. */
export function readAddress(text: string): Address | null {
  return text.includes(":") ? readSix(text) : readFour(text);
}

function readFour(text: string): Address | null {
  const parts = text.split(".");
  if (parts.length !== 4 || !parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256)) return null;
  return { bits: 32, value: parts.reduce((sum, part) => (sum << 8n) | BigInt(part), 0n) };
}

function readSix(text: string): Address | null {
  const halves = text.split("::");
  if (halves.length > 2) return null;
  const [head, tail] = halves.map((half) => (half === "" ? [] : half.split(":")));
  const written = [...(head ?? []), ...(tail ?? [])];
  const missing = 8 - written.length;
  if (halves.length === 1 ? missing !== 0 : missing < 1) return null;
  if (!written.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return null;
  const groups = [...(head ?? []), ...Array<string>(halves.length === 1 ? 0 : missing).fill("0"), ...(tail ?? [])];
  return { bits: 128, value: groups.reduce((sum, group) => (sum << 16n) | BigInt(`0x${group}`), 0n) };
}

/** Whether a block such as "10.0.0.0/8" holds the address. A block never holds an address of the other family. */
export function holds(cidr: string, address: Address): boolean {
  const [start = "", prefix = "", ...more] = cidr.split("/");
  const first = readAddress(start);
  if (!first || more.length > 0 || !/^\d{1,3}$/.test(prefix) || Number(prefix) > first.bits) return false;
  const rest = BigInt(first.bits - Number(prefix));
  return first.bits === address.bits && first.value >> rest === address.value >> rest;
}

/** "192.0.2.7" as the block of that one address. */
export function blockOf(address: string): string {
  return address.includes(":") ? `${address}/128` : `${address}/32`;
}
