import { describe, expect, it } from "vitest";
import { blockOf, holds, readAddress } from "./cidr";

function inside(cidr: string, address: string): boolean {
  const read = readAddress(address);
  if (!read) throw new Error(`${address} is no address`);
  return holds(cidr, read);
}

describe("a block", () => {
  it.each([
    ["10.0.0.0/8", "10.255.0.1", true],
    ["10.0.0.0/8", "11.0.0.0", false],
    ["0.0.0.0/0", "203.0.113.7", true],
    ["192.168.5.10/32", "192.168.5.10", true],
    ["192.168.5.10/32", "192.168.5.11", false],
    ["2001:db8::/32", "2001:db8:1::7", true],
    ["2001:db8::/32", "2001:db9::", false],
    ["::/0", "::1", true],
    ["fd00::7/128", "fd00:0:0:0:0:0:0:7", true],
  ])("%s holds %s: %s", (cidr, address, held) => {
    expect(inside(cidr, address)).toBe(held);
  });

  it("never holds an address of the other family", () => {
    expect(inside("0.0.0.0/0", "::1")).toBe(false);
    expect(inside("::/0", "10.0.0.1")).toBe(false);
  });

  it("holds nothing while it is half typed", () => {
    for (const cidr of ["", "10.0.0.0", "10.0.0.0/", "10.0.0/8", "10.0.0.0/33", "10.0.0.0/8/8", "banana/8"])
      expect(inside(cidr, "10.0.0.1")).toBe(false);
  });
});

it("reads no text that is no address", () => {
  for (const text of ["", "1.2.3", "1.2.3.256", "01.2.3.4", "1:2:3", "1::2::3", "g::", "1:2:3:4:5:6:7:8:9"])
    expect(readAddress(text)).toBeNull();
});

it("writes the block of one address", () => {
  expect([blockOf("10.0.0.1"), blockOf("fd00::1")]).toEqual(["10.0.0.1/32", "fd00::1/128"]);
});
