import type { Field } from "./field";

const VALUE: Field = {
  kind: "text",
  doc: "The value that the label must have, to the letter. The empty value is a value: the label must be there.",
  source: "label-value",
};

const EXPRESSION: Field = {
  kind: "map",
  doc: "One condition on one label. All conditions of a selector must hold.",
  fields: {
    key: { kind: "text", doc: "The label that the condition is about.", source: "label-key" },
    operator: {
      kind: "text",
      doc: "What must hold of the label.",
      values: {
        In: "The label is there and has one of the values.",
        NotIn: "The label has none of the values. An object without the label matches too.",
        Exists: "The label is there, whatever its value. Takes no values.",
        DoesNotExist: "The label is not there. Takes no values.",
      },
    },
    values: {
      kind: "list",
      doc: "The values to compare with: needed by In and NotIn, not allowed with Exists and DoesNotExist.",
      item: VALUE,
    },
  },
};

/** A selector of labels; what it selects differs by its place. */
export function selector(doc: string, absent: string, empty: string): Field {
  return {
    kind: "map",
    doc,
    absent,
    empty,
    fields: {
      matchLabels: {
        kind: "labels",
        doc: "Labels with their values. All of them must be there.",
        absent: "Asks for nothing.",
        empty: "Asks for nothing.",
        source: "label-key",
        item: VALUE,
      },
      matchExpressions: {
        kind: "list",
        doc: "Conditions on labels that matchLabels cannot say. All of them must hold, and matchLabels too.",
        absent: "Asks for nothing.",
        empty: "Asks for nothing.",
        item: EXPRESSION,
      },
    },
  };
}
