import type { Text } from "@codemirror/state";
import type { Value } from "../structure/nodes";
import { documentsOf } from "../structure/read";

/** Whether the lists of this text stand deeper than their keys. Where there is none yet they do not, as kubectl
 * writes them. */
export function listsStandDeeper(doc: Text): boolean {
  const column = (offset: number) => offset - doc.lineAt(offset).from;
  const deeper = (value: Value | null): boolean | null => {
    if (value?.kind === "seq") return first(value.items.map((item) => () => deeper(item.value)));
    if (value?.kind !== "map") return null;
    return first(
      value.entries.map(({ value: held, from }) => () => {
        if (held?.kind === "seq" && !held.flow) return held.indent > column(from);
        return deeper(held);
      }),
    );
  };
  return (
    first(
      documentsOf(doc).map(
        ({ value }) =>
          () =>
            deeper(value),
      ),
    ) ?? false
  );
}

function first(asked: (() => boolean | null)[]): boolean | null {
  for (const ask of asked) {
    const answer = ask();
    if (answer !== null) return answer;
  }
  return null;
}
