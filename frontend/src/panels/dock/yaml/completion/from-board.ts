import type { Labels, PodRecord } from "@/model/records";
import { yamlText } from "@/model/yaml-text";
import { blockOf, holds, readAddress } from "@/panels/facts/cidr";
import { namespaceLabels, type World } from "@/panels/facts/peer-matches";
import type { Path } from "../structure/caret";
import { textAt, type YamlDocument } from "../structure/nodes";
import { destinationsOf, insideRule, peerCandidates, policyPods, valueAlong } from "../structure/policy";
import type { Offer } from "./offer";

type Labelled = { labels: Labels; one: string; many: string }[];

/** What the labels at a place are looked for on: pods of the policy's namespace, pods of the namespaces that the
 * peer chooses, or the namespaces themselves. */
export function labelled(document: YamlDocument, path: Path, world: World): Labelled {
  const inside = insideRule(document, path);
  if (inside && path.includes("namespaceSelector"))
    return Object.values(world.namespaces).map((each) => ({
      labels: namespaceLabels(each),
      one: "namespace",
      many: "namespaces",
    }));
  const pods = inside ? peerCandidates(inside.item, document, world) : policyPods(document, world);
  return pods.map(({ labels }) => ({ labels, one: "pod", many: "pods" }));
}

/** Keys of labels, most used first. `value`: whether a value follows. */
export function labelKeyOffers(objects: Labelled, siblings: readonly string[], value: boolean): Offer[] {
  const keys = tally(objects.flatMap((each) => Object.keys(each.labels)));
  return keys
    .filter(([key]) => !siblings.includes(key))
    .map(([key, count]) => {
      const values = tally(objects.flatMap(({ labels }) => labels[key] ?? []));
      return {
        label: key,
        template: value ? `${yamlText(key)}: #{}` : yamlText(key),
        kind: "label",
        detail: counted(count, objects),
        doc: `In use: ${values
          .slice(0, 8)
          .map(([each, times]) => `${each || '""'} (${times})`)
          .join(", ")}`,
        more: value,
      };
    });
}

export function labelValueOffers(objects: Labelled, key: string): Offer[] {
  return tally(objects.flatMap(({ labels }) => labels[key] ?? [])).map(([value, count]) => ({
    label: value || '""',
    template: yamlText(value),
    kind: "value",
    detail: counted(count, objects),
  }));
}

export function namespaceOffers({ namespaces, pods }: World): Offer[] {
  const held = new Map(tally(Object.values(pods).map(({ namespace }) => namespace)));
  return Object.values(namespaces).map(({ id, name }) => ({
    label: name,
    template: yamlText(name),
    kind: "value",
    detail: plural(held.get(id) ?? 0, "pod", "pods"),
  }));
}

/** Names and numbers of the ports that the rule's destinations expose, of its protocol as far as it says one. */
export function portOffers(document: YamlDocument, path: Path, world: World): Offer[] {
  const inside = insideRule(document, path);
  if (!inside) return [];
  const protocol = textAt(inside.item, "protocol");
  const seen = new Map<string, { template: string; words: string; pods: Set<PodRecord> }>();
  for (const pod of destinationsOf(inside, document, world))
    for (const port of pod.ports) {
      if (protocol && port.protocol !== protocol) continue;
      const number = `${port.protocol} ${port.port}`;
      const written = port.name ? [[port.name, yamlText(port.name), number]] : [];
      for (const [label, template, words] of [...written, [String(port.port), String(port.port), port.protocol]]) {
        const known = seen.get(`${label} ${words}`) ?? {
          template: template ?? "",
          words: words ?? "",
          pods: new Set(),
        };
        seen.set(`${label} ${words}`, { ...known, pods: known.pods.add(pod) });
      }
    }
  return [...seen.values()].map(({ template, words, pods }) => ({
    label: template,
    template,
    kind: "value",
    detail: `${words} · ${plural(pods.size, "pod", "pods")}`,
    doc: [...pods]
      .slice(0, 6)
      .map(({ name }) => name)
      .join(", "),
  }));
}

/** Blocks of the board's addresses; under `except` only those inside of the block around them. */
export function cidrOffers(document: YamlDocument, path: Path, world: World): Offer[] {
  const block = path.includes("except") ? textAt(insideRule(document, path)?.item ?? null, "ipBlock", "cidr") : null;
  const offer = (address: string, detail: string, doc?: string): Offer[] => {
    const read = readAddress(address);
    if (!read || (block !== null && !holds(block, read))) return [];
    const cidr = blockOf(address);
    return [
      {
        label: cidr,
        template: cidr.includes(":") ? JSON.stringify(cidr) : cidr,
        kind: "value",
        detail,
        ...(doc ? { doc } : {}),
      },
    ];
  };
  const everything: Offer[] = [
    { label: "0.0.0.0/0", template: "0.0.0.0/0", kind: "value", detail: "all of IPv4" },
    { label: "::/0", template: '"::/0"', kind: "value", detail: "all of IPv6" },
  ];
  const moves = "Pods' addresses change, and plugins differ on whether a block matches them. A selector is better.";
  return [
    ...Object.values(world.hosts).flatMap(({ name, address }) => offer(address, `outside/${name}`)),
    ...(block === null ? everything : []),
    ...Object.values(world.pods).flatMap((pod) =>
      pod.addresses.flatMap((each) => offer(each, `pod ${pod.name}`, moves)),
    ),
  ];
}

/** What the items of the list around the caret say already. */
export function takenItems(document: YamlDocument, path: Path): string[] {
  const list = valueAlong(document, path.slice(0, -1));
  if (list?.kind !== "seq") return [];
  return list.items.flatMap(({ value }) => (value?.kind === "scalar" ? value.text : []));
}

function tally(words: string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || a.localeCompare(b));
}

function counted(count: number, objects: Labelled): string {
  return plural(count, objects[0]?.one ?? "pod", objects[0]?.many ?? "pods");
}

function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
