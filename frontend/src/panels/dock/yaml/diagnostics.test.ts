import { Text } from "@codemirror/state";
import { expect, it } from "vitest";
import { diagnosticsOf } from "./diagnostics";
import type { Finding } from "./findings";

const DOC = Text.of(["spec:", "  ingress:", "  - from: x  ", ""]);

function placed(more: Partial<Finding>) {
  const finding: Finding = {
    severity: "error",
    message: "No `x`.",
    line: 1,
    column: 1,
    end_line: null,
    source: "server",
  };
  const [made] = diagnosticsOf(DOC, [{ ...finding, ...more }]);
  return made && DOC.sliceString(made.from, made.to);
}

it("reaches from the place named to the end of its line, without the spaces there", () => {
  expect(placed({ line: 3, column: 5 })).toBe("from: x");
});

it("reaches to its last line", () => {
  expect(placed({ line: 2, column: 3, end_line: 3 })).toBe("ingress:\n  - from: x");
});

it("stays inside of a text that has become shorter, and at its beginning without a line", () => {
  expect(placed({ line: 99, column: 99 })).toBe("");
  expect(placed({ line: null, column: null })).toBe("spec:");
});

it("says who says it, and offers the fix", () => {
  let done = false;
  const fix = { label: "Mend it", run: () => (done = true) };
  const [made] = diagnosticsOf(DOC, [
    { severity: "warning", message: "A", line: 1, column: 1, end_line: 1, source: "problem", fix },
  ]);
  expect(made?.source).toBe("problem");
  made?.actions?.[0]?.apply(null as never, 0, 0);
  expect(done).toBe(true);
});
