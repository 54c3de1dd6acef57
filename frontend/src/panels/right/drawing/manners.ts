/** The sides at which a drawn connection can be written, and how widely, in the words of the panel. */
import { endName } from "@/model/places";
import type { Tables } from "@/model/records";
import type { Drawn } from "@/store/ui";
import type { Manner } from "../fixes/use-fixes";

type World = Pick<Tables, "namespaces" | "pods" | "hosts">;
export type Choice<Value> = { value: Value; words: string };
type Where = Manner["where"];
type Width = Manner["width"];

/** An address outside has no policies of its own. */
export function sidesOf({ source, destination, want }: Drawn, world: World): Choice<Where>[] {
  const needed = want ? "Where it is needed" : "Where the least else closes";
  const choices: Choice<Where>[] = [{ value: "needed", words: needed }];
  const [out, into] = [source, destination].map((id) => !(id in world.hosts));
  if (into) choices.push({ value: "ingress", words: `On the way in, at ${endName(world, destination)}` });
  if (out) choices.push({ value: "egress", words: `On the way out, at ${endName(world, source)}` });
  if (out && into) choices.push({ value: "both", words: "On both sides" });
  return choices;
}

/** How widely the rules may name the other end: seen from the destination that is the source, and the other way round. */
export function widthsOf({ source, destination, want }: Drawn, where: Where, world: World): Choice<Width>[] {
  const others = where === "ingress" ? [source] : where === "egress" ? [destination] : [source, destination];
  const outside = others.some((id) => id in world.hosts);
  const inside = others.some((id) => id in world.pods);
  const whole = others.some((id) => id in world.namespaces);
  const choices: Choice<Width>[] = [];
  if (whole) choices.push({ value: "labels", words: "The whole namespace" });
  else if (inside) choices.push({ value: "labels", words: outside ? "It alone" : "These pods alone, by their labels" });
  else choices.push({ value: "labels", words: "This address alone" });
  if (inside) choices.push({ value: "namespace", words: "All pods of their namespace" });
  if (want && (inside || whole)) choices.push({ value: "cluster", words: "Every pod of the cluster" });
  if (want && outside) choices.push({ value: "internet", words: "The Internet: every public address" });
  choices.push({ value: "everyone", words: want ? "Everyone, addresses outside too" : "Everyone on this port" });
  return choices;
}

/** The Internet on the canvas is one address that stands for all: a rule for it alone would be of no use. */
export function usualWidth(drawn: Drawn, world: World): Width {
  const internet = [drawn.source, drawn.destination].some((id) => world.hosts[id]?.name === "internet");
  return internet && drawn.want ? "internet" : "labels";
}
