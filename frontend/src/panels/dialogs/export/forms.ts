import { say } from "@/texts/export";

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
  { kind: "manifests", label: say.manifests },
  { kind: "table", label: say.whoReachesWhom },
  { kind: "picture", label: say.picture },
];

export const FORMS: readonly FormWords[] = [
  { form: "yaml", kind: "manifests", label: say.yaml, hint: say.oneFile, preview: "yaml" },
  { form: "json", kind: "manifests", label: say.json, hint: say.oneListInJson, preview: "text" },
  {
    form: "zip",
    kind: "manifests",
    label: say.zip,
    hint: say.aZipWithAFileFor,
    preview: "packed",
  },
  {
    form: "kustomize",
    kind: "manifests",
    label: say.kustomize,
    hint: say.aZipWithABaseAnd,
    preview: "packed",
  },
  { form: "csv", kind: "table", label: say.csv, hint: say.aLineForEachPairWith, preview: "text" },
  {
    form: "md",
    kind: "table",
    label: say.markdown,
    hint: say.theSameAsATableFor,
    preview: "text",
  },
  {
    form: "mermaid",
    kind: "table",
    label: say.mermaid,
    hint: say.aGraphThatGithubAndMany,
    preview: "text",
  },
  { form: "dot", kind: "table", label: say.graphviz, hint: say.aGraphForTheProgramDot, preview: "text" },
  { form: "svg", kind: "picture", label: say.svg, hint: say.sharpAtEverySizeDraftsIncluded, preview: "picture" },
  { form: "png", kind: "picture", label: say.png, hint: say.inPixelsDraftsIncluded, preview: "picture" },
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
