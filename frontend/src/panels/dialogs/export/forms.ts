/** What a board can be exported as, in the words of `GET export/?as=`. */
export type Form = "yaml" | "json" | "zip" | "kustomize" | "csv" | "md" | "mermaid" | "dot" | "svg" | "png";

export type Kind = "manifests" | "table" | "picture";

export interface FormWords {
  form: Form;
  kind: Kind;
  label: string;
  hint: string;
  /** How the preview shows it: the colours of YAML, as it is, the YAML that is packed, or the picture. */
  preview: "yaml" | "text" | "packed" | "picture";
}

export const GROUPS: readonly { kind: Kind; label: string }[] = [
  { kind: "manifests", label: "Manifests" },
  { kind: "table", label: "Who reaches whom" },
  { kind: "picture", label: "Picture" },
];

export const FORMS: readonly FormWords[] = [
  { form: "yaml", kind: "manifests", label: "YAML", hint: "One file.", preview: "yaml" },
  { form: "json", kind: "manifests", label: "JSON", hint: "One List in JSON.", preview: "text" },
  {
    form: "zip",
    kind: "manifests",
    label: "Zip",
    hint: "A zip with a file for each manifest, in a folder for each namespace. It holds this:",
    preview: "packed",
  },
  {
    form: "kustomize",
    kind: "manifests",
    label: "Kustomize",
    hint: "A zip with a base, and an overlay for each namespace: kubectl apply -k overlays/NAMESPACE. It holds this:",
    preview: "packed",
  },
  { form: "csv", kind: "table", label: "CSV", hint: "A line for each pair with anything allowed.", preview: "text" },
  {
    form: "md",
    kind: "table",
    label: "Markdown",
    hint: "The same as a table, for a wiki or a review.",
    preview: "text",
  },
  {
    form: "mermaid",
    kind: "table",
    label: "Mermaid",
    hint: "A graph that GitHub and many wikis draw.",
    preview: "text",
  },
  { form: "dot", kind: "table", label: "Graphviz", hint: "A graph for the program dot.", preview: "text" },
  { form: "svg", kind: "picture", label: "SVG", hint: "Sharp at every size, drafts included.", preview: "picture" },
  { form: "png", kind: "picture", label: "PNG", hint: "In pixels, drafts included.", preview: "picture" },
];

export interface Choices {
  form: Form;
  include: "policies" | "all";
  style: "original" | "canonical" | "minimal";
  header: boolean;
  theme: "light" | "dark";
}

/** The address of a board's export. `form`: another than the chosen one, such as what a zip is made of. */
export function addressOf(board: string, choices: Choices, form: Form = choices.form): string {
  const { kind } = wordsOf(form);
  const query = new URLSearchParams({ as: form });
  if (kind === "manifests") {
    query.set("include", choices.include);
    query.set("style", choices.style);
    query.set("header", choices.header ? "1" : "0");
  }
  if (kind === "picture") query.set("theme", choices.theme);
  return `/api/v1/boards/${board}/export/?${query}`;
}

export function wordsOf(form: Form): FormWords {
  return FORMS.find((words) => words.form === form) as FormWords;
}
