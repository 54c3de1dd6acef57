import { arrangeAll, arrangePods, type Room } from "@/geometry/arrange";
import { HOST_SIZE, POD_SIZE, podHeight } from "@/geometry/boxes";
import { boundsOf, type XY } from "@/geometry/shapes";
import { podsOf } from "@/model/places";
import type { PodRecord } from "@/model/records";
import type { BoardState } from "@/store/board";
import { say } from "@/texts/commands";
import type { Command, View } from "../command";
import { moveItems } from "../moving";

export const command: Command = {
  name: "layout",
  label: say.arrangeEverything,
  icon: "layout",
  group: "edit",
  shortcuts: ["Shift+L"],
  labelFor: (view) => {
    const count = chosen(view).length;
    if (count === 0) return say.arrangeEverything;
    return count === 1 ? say.arrangeWhatIsInTheNamespace : say.arrangeTheSelectedPods;
  },
  enabled: ({ board }) => Object.keys(board.pods).length > 0,
  run: async (view) => {
    const { board, camera } = view;
    const namespaces = chosen(view);
    if (namespaces.length > 0) await moveItems(view, inside(view, namespaces));
    else {
      await moveItems(view, arrangeAll(clusterOf(board)));
      camera?.fit();
    }
  },
};

/** The namespaces of which pods are selected, or that are selected themselves: there pods are arranged, nowhere else. */
function chosen({ ui, board }: View): string[] {
  const ids = ui.selection.flatMap(({ table, id }) => {
    if (table === "namespaces") return [id];
    return table === "pods" ? (board.pods[id]?.namespace ?? []) : [];
  });
  return [...new Set(ids)];
}

/** New places within namespaces. Of a namespace that is not selected itself only the selected pods move, to where the
 * upper left one of them stands. */
function inside(view: View, namespaces: string[]): Map<string, XY> {
  const { board, ui } = view;
  const selected = new Set(ui.selection.map(({ id }) => id));
  const places = new Map<string, XY>();
  for (const id of namespaces) {
    const whole = selected.has(id);
    const pods = podsOf(board, id).filter((pod) => whole || selected.has(pod.id));
    const arranged = arrangePods(pods.map(pieceOf), linksOf(board));
    const corner = whole ? null : boundsOf(pods.map((pod) => ({ x: pod.x, y: pod.y, ...POD_SIZE })));
    const start = boundsOf([...arranged.values()].map((place) => ({ ...place, width: 0, height: 0 })));
    for (const [pod, { x, y }] of arranged) {
      places.set(pod, corner && start ? { x: x - start.x + corner.x, y: y - start.y + corner.y } : { x, y });
    }
  }
  return places;
}

function clusterOf(board: BoardState) {
  const rooms = Object.values(board.namespaces).map(
    ({ id, width, height }): Room => ({ id, width, height, pods: podsOf(board, id).map(pieceOf) }),
  );
  const hosts = Object.values(board.hosts).map(({ id }) => ({ id, ...HOST_SIZE }));
  return { rooms, hosts, links: linksOf(board) };
}

function linksOf({ connections }: BoardState) {
  return Object.values(connections);
}

function pieceOf(pod: PodRecord) {
  return { id: pod.id, width: POD_SIZE.width, height: podHeight(pod) };
}
