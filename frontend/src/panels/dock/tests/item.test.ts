import { describe, expect, it } from "vitest";
import { fieldsOf, itemOf, NEW } from "./item";

describe("an expectation in its form", () => {
  it.each([
    { from: "prod/web", to: "prod/db", ports: [3306, "UDP/53"], expect: "allowed" },
    { from: { namespace: "prod" }, to: "10.0.0.0/8", expect: "blocked", ever: true },
    { name: "Mine", from: { podSelector: { matchLabels: { role: "api" } } }, to: "outside", expect: "blocked" },
    { from: { except: [{ namespace: "prod" }] }, to: "anywhere", expect: "blocked" },
    { from: ["prod/web", "prod/api"], to: "pods", ports: ["TCP"], expect: "exactly" },
    { from: { except: ["prod/web"] }, to: { namespaceSelector: { matchLabels: { a: "b" } } }, expect: "blocked" },
    { from: { namespace: "prod", podSelector: { matchExpressions: [] } }, to: "prod/db", expect: "blocked" },
  ])("comes out as it went in", (item) => {
    expect(itemOf(fieldsOf(item))).toEqual(item);
  });

  it("leaves out what was not said", () => {
    const place = { kind: "place", text: " prod/web ", namespace: "" } as const;
    expect(itemOf({ ...NEW, from: place, to: place })).toEqual({ from: "prod/web", to: "prod/web", expect: "allowed" });
  });

  it("reads one port as a list of one", () => {
    expect(fieldsOf({ from: "a/b", to: "c/d", port: 80, expect: "allowed" }).ports).toBe("80");
  });
});
