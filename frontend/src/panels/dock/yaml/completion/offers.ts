import type { World } from "@/panels/facts/peer-matches";
import { type Field, fieldAt } from "../schema/field";
import { POLICY } from "../schema/policy";
import { type Caret, caretAt } from "../structure/caret";
import { textAt } from "../structure/nodes";
import { insideExpression, namespaceOf } from "../structure/policy";
import { blockOffers } from "./blocks";
import {
  cidrOffers,
  labelKeyOffers,
  labelled,
  labelValueOffers,
  namespaceOffers,
  portOffers,
  takenItems,
} from "./from-board";
import { flowOffers, keyOffers, valueOffers } from "./from-schema";
import { asItems, type Offer } from "./offer";

/** What can be written at an offset of a text, and which stretch of it that replaces; null where nothing is known. */
export function offersAt(
  text: string,
  offset: number,
  world: World,
): { from: number; to: number; offers: Offer[] } | null {
  const caret = caretAt(text, offset);
  const field = caret && fieldAt(POLICY, caret.path);
  if (!caret || !field) return null;
  return { ...bare(caret, text), offers: offersFor(caret, field, world) };
}

/** Inside quotes only what is between them is replaced. */
function bare({ from, to }: Caret, text: string): { from: number; to: number } {
  const quote = text[from] ?? "";
  if (!["'", '"'].includes(quote) || to === from) return { from, to };
  return { from: from + 1, to: text[to - 1] === quote && to - 1 > from ? to - 1 : to };
}

function offersFor(caret: Caret, field: Field, world: World): Offer[] {
  if (caret.role === "key") return keys(caret, field, world);
  if (field.kind === "text" || field.kind === "number") return values(caret, field, world);
  if (caret.role === "value") return flowOffers(field);
  if (field.kind !== "list") return wrapped(caret, [...keys(caret, field, world), ...blocks(caret)]);
  const item = { ...caret, path: [...caret.path, Number.MAX_SAFE_INTEGER] };
  return field.item ? asItems(offersFor(item, field.item, world)) : [];
}

/** An item of a flow list needs braces around a map. */
function wrapped({ flow, role }: Caret, offers: Offer[]): Offer[] {
  if (!flow || role !== "word") return offers;
  return offers
    .filter(({ template }) => !template.includes("\n"))
    .map((offer) => ({ ...offer, template: `{${offer.template}}` }));
}

function blocks({ path, document, flow }: Caret): Offer[] {
  return flow ? [] : blockOffers(path, namespaceOf(document));
}

function keys(caret: Caret, field: Field, world: World): Offer[] {
  const { path, siblings, flow, colon, document } = caret;
  if (field.source === "label-key") return labelKeyOffers(labelled(document, path, world), siblings, !colon);
  return keyOffers(field, siblings, flow, colon);
}

function values(caret: Caret, field: Field, world: World): Offer[] {
  const { path, document } = caret;
  const taken = typeof path.at(-1) === "number" ? takenItems(document, path) : [];
  return fromSource(caret, field, world)
    .concat(valueOffers(field))
    .filter(({ label }) => !taken.includes(label));
}

function fromSource({ path, document }: Caret, { source }: Field, world: World): Offer[] {
  switch (source) {
    case "namespace-name":
      return namespaceOffers(world);
    case "label-key":
      return labelKeyOffers(labelled(document, path, world), [], false);
    case "label-value":
      return labelValueOffers(labelled(document, path, world), labelKey(document, path));
    case "port":
      return portOffers(document, path, world);
    case "cidr":
      return cidrOffers(document, path, world);
    default:
      return [];
  }
}

/** The label that a value is for: the key before it, or the `key` of the expression around it. */
function labelKey(document: Caret["document"], path: Caret["path"]): string {
  const expression = insideExpression(document, path);
  return expression ? (textAt(expression, "key") ?? "") : String(path.at(-1));
}
