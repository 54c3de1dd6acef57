import { useUi } from "@/store/use";

/** The class of a card that stands out, or that steps back because others do; nothing as a rule. */
export function useLight(id: string): string {
  return useUi(({ lit }) => {
    if (!lit) return "";
    if (!lit.ids.has(id)) return "card--aside";
    if (lit.by === "caret") return `card--lit card--lit-${lit.role}`;
    return lit.by === "policy" ? "card--lit" : "";
  });
}

/** The class of a namespace's frame that the YAML at the caret chooses. */
export function useFrameLight(id: string): string {
  return useUi(({ lit }) => (lit?.by === "caret" && lit.ids.has(id) ? "frame--lit" : ""));
}
