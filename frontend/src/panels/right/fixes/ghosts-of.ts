/** What a fix would flip, as ghosts between the pods and hosts of this board. */
import type { ConnectionRecord, Tables } from "@/model/records";
import { holds, readAddress } from "@/panels/facts/cidr";
import type { Ghost } from "@/store/ghosts";
import type { Fix, Flip } from "@/wire/messages";

type World = Pick<Tables, "namespaces" | "pods" | "hosts">;

/** More would hide the picture that they explain. */
const MOST = 200;

/** The arrow itself first, then everything that flips beside it. Outside addresses without a host are not drawn. */
export function ghostsOf(
  fix: Fix,
  connection: Pick<ConnectionRecord, "source" | "destination" | "protocol" | "port">,
  want: boolean,
  world: World,
): Ghost[] {
  const { source, destination, protocol, port } = connection;
  const text = portsText({ [protocol]: [String(port)] });
  const asked = { source, destination, protocol, port, before: !want, after: want, text };
  return [asked, ...flipGhosts(fix.others.flips, world, MOST - 1)];
}

/** Flips as ghosts, as far as both ends are on the board. */
export function flipGhosts(flips: readonly Flip[], world: World, most = MOST): Ghost[] {
  const ghosts: Ghost[] = [];
  for (const flip of flips) {
    for (const each of between(flip, world)) {
      if (ghosts.length >= most) return ghosts;
      ghosts.push(each);
    }
  }
  return ghosts;
}

function* between(flip: Flip, world: World): Generator<Ghost> {
  const [protocol, port] = firstPort(flip.ports);
  const text = portsText(flip.ports);
  for (const source of idsOf(flip.source, world)) {
    for (const destination of idsOf(flip.destination, world)) {
      if (source === destination) continue;
      yield { source, destination, protocol, port, before: flip.before, after: flip.after, text };
    }
  }
}

/** A row of the matrix on this board: a pod, the pods of a workload, or the hosts in its blocks. */
export function idsOf(row: Flip["source"], { namespaces, pods, hosts }: World): string[] {
  if (typeof row === "string") {
    return Object.values(pods)
      .filter(({ namespace, name, owner }) => {
        const space = namespaces[namespace]?.name;
        return row === `${space}/${name}` || row === `${space}/${owner?.name}`;
      })
      .map(({ id }) => id);
  }
  return Object.values(hosts)
    .filter(({ address }) => {
      const read = readAddress(address);
      return read !== null && row.cidrs.some((cidr) => holds(cidr, read));
    })
    .map(({ id }) => id);
}

/** "3306", "UDP 53", "every port", "3306 and more". */
export function portsText(ports: Flip["ports"]): string {
  const filled = Object.entries(ports).filter(([, spans]) => spans.length > 0);
  if (filled.length === 3 && filled.every(([, spans]) => spans[0] === "1-65535")) return "every port";
  const [first] = filled;
  if (!first) return "";
  const [protocol, spans] = first;
  const all = filled.reduce((count, [, each]) => count + each.length, 0);
  const name = protocol === "TCP" ? `${spans[0]}` : `${protocol} ${spans[0]}`;
  return all > 1 ? `${name} and more` : name;
}

function firstPort(ports: Flip["ports"]): [string, number] {
  const [protocol, spans] = Object.entries(ports).find(([, each]) => each.length > 0) ?? ["TCP", ["1"]];
  return [protocol, Number.parseInt(spans[0] ?? "1", 10)];
}
