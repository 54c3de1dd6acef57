/** Something that can be written at the caret. */
export interface Offer {
  label: string;
  /** What is written, with `#{}` where the caret goes; lines behind the first stand relative to the caret's column. */
  template: string;
  kind: "field" | "value" | "label" | "block";
  /** A few words beside the label, such as "3 pods". */
  detail?: string;
  doc?: string;
  /** Whether what was written asks for more at once. */
  more?: boolean;
}

/** The same offers as items of a list that has no hyphen yet. */
export function asItems(offers: readonly Offer[]): Offer[] {
  return offers.map((offer) => ({
    ...offer,
    label: `- ${offer.label}`,
    template: `- ${offer.template.replaceAll("\n", "\n  ")}`,
  }));
}
