import { POD_SIZE } from "@/geometry/boxes";
import { newId } from "@/model/ids";
import { connectionsOf, podsOf } from "@/model/places";
import { selectOne } from "@/store/ui";
import { say } from "@/texts/commands";
import type { Command, View } from "../command";
import { freeSpot } from "../placing";

const NAMESPACE = "kube-system";
const LABELS = { "k8s-app": "kube-dns" };
const PORTS = [
  { name: "dns", protocol: "UDP", port: 53 },
  { name: "dns-tcp", protocol: "TCP", port: 53 },
] as const;
const SIZE = { width: POD_SIZE.width + 80, height: POD_SIZE.height + 115 };

export const command: Command = {
  name: "add-dns",
  label: say.addDns,
  icon: "dns",
  group: "add",
  makes: "pods",
  labelFor: (view) => (callers(view).length > 0 ? say.addDnsConnectedToTheSelection : "Add DNS"),
  run: async (view) => {
    const pod = knownDns(view) ?? (await newDns(view));
    if (!pod) return;
    for (const source of callers(view).filter((id) => id !== pod)) {
      for (const { protocol, port } of PORTS) {
        const there = connectionsOf(view.board, source).some(
          (each) => each.destination === pod && each.port === port && each.protocol === protocol,
        );
        if (!there && !(await view.send("connect", { id: newId(), source, destination: pod, protocol, port }))) return;
      }
    }
    selectOne("pods", pod);
    if (!view.at) view.camera?.flyTo(pod);
  },
};

function callers({ ui }: View): string[] {
  return ui.selection.flatMap(({ table, id }) => (table === "pods" ? [id] : []));
}

function frameOf({ board }: View): string | undefined {
  return Object.values(board.namespaces).find(({ name }) => name === NAMESPACE)?.id;
}

function knownDns(view: View): string | undefined {
  const pods = podsOf(view.board, frameOf(view) ?? "");
  return pods.find(({ labels }) => labels["k8s-app"] === LABELS["k8s-app"])?.id;
}

async function newDns(view: View): Promise<string | null> {
  const namespace = frameOf(view) ?? newId();
  const id = newId();
  if (!view.board.namespaces[namespace]) {
    const frame = { id: namespace, name: NAMESPACE, ...freeSpot(view, SIZE), ...SIZE };
    if (!(await view.send("add_namespace", frame))) return null;
  }
  const made = await view.send("add_pod", { id, namespace, name: "kube-dns", labels: LABELS, ports: PORTS });
  return made ? id : null;
}
