import { useUi } from "@/store/use";

/** The class of a card that stands out, or that steps back because others do; nothing as a rule. */
export function useLight(id: string): string {
  return useUi(({ lit }) => {
    if (!lit) return "";
    if (!lit.ids.has(id)) return "card--aside";
    return lit.by === "policy" ? "card--lit" : "";
  });
}
