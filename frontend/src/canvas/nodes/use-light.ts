import { useLooking } from "@/store/looking";
import { useUi } from "@/store/use";

/** The class of a card that stands out, or that steps back because others do; nothing as a rule. */
export function useLight(id: string): string {
  const looking = useLooking((held) => (held && held.kind !== "predict" ? (held.fates[id] ?? "same") : null));
  const light = useUi(({ lit }) => {
    if (!lit) return "";
    if (!lit.ids.has(id)) return "card--aside";
    if (lit.by === "caret") return `card--lit card--lit-${lit.role}`;
    if (lit.by !== "policy") return "";
    return lit.selected?.has(id) ? "card--lit card--lit-selected" : "card--lit card--lit-peer";
  });
  if (looking === null) return light;
  return looking === "same" ? "card--aside" : `fated fated--${looking}`;
}

/** What became of a thing in what is looked at, as the word on its mark; nothing as a rule. */
export function useFate(id: string): string | undefined {
  return useLooking((held) => held?.fates[id]);
}

/** The class of a namespace's frame that the YAML at the caret chooses, or of which something became in what is looked at. */
export function useFrameLight(id: string): string {
  const fate = useFate(id);
  const light = useUi(({ lit }) => (lit?.by === "caret" && lit.ids.has(id) ? "frame--lit" : ""));
  return fate ? `fated fated--${fate}` : light;
}
