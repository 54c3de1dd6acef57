import { describe, expect, it } from "vitest";
import { hasPort, isEverything, isNothing, onePort, portWords, shortPorts } from "./port-words";

const EVERY = { TCP: ["1-65535"], UDP: ["1-65535"], SCTP: ["1-65535"] };

describe("sets of ports in words", () => {
  it("are all, none, or exactly those that there are", () => {
    expect([isEverything(EVERY), isNothing({}), isNothing(EVERY)]).toEqual([true, true, false]);
    expect([portWords(EVERY), portWords({}), portWords({ TCP: ["80", "443"], UDP: ["53"] })]).toEqual([
      "every port",
      "no port",
      "80, 443, 53/UDP",
    ]);
    expect(portWords({ TCP: ["1-65535"], UDP: ["53"] })).toBe("every TCP port, 53/UDP");
  });

  it("are told by what is missing where that is shorter", () => {
    expect(portWords({ ...EVERY, TCP: ["1-21", "23-65535"] })).toBe("all but 22");
    expect(portWords({ TCP: ["1-65535"] })).toBe("every TCP port");
  });

  it("are cut short where there is little room", () => {
    expect([EVERY, { TCP: ["3306"] }, { TCP: ["80", "443"] }, { TCP: ["80", "443", "8080"] }].map(shortPorts)).toEqual([
      "all",
      "3306",
      "80, 443",
      "80 +2",
    ]);
    expect(shortPorts({ ...EVERY, TCP: ["1-21", "23-65535"] })).toBe("all but 22");
  });

  it("know whether a port is among them", () => {
    expect([hasPort({ TCP: ["1-22"] }, "TCP", 22), hasPort({ TCP: ["1-22"] }, "UDP", 22)]).toEqual([true, false]);
    expect([onePort({ protocol: "TCP", port: 80 }), onePort({ protocol: "UDP", port: 53 })]).toEqual(["80", "53/UDP"]);
  });
});
