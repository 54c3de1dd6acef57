import { newId } from "@/model/ids";
import type { ConnectionRecord } from "@/model/records";
import { announce, boardStore } from "@/store/board";
import { choosePolicies, type Drawn, type Pair, selectOne } from "@/store/ui";
import { sendOrTell } from "@/sync/session";
import type { Fix } from "@/wire/messages";
import { applyFix, textsOf } from "../fixes/apply-fix";

/** Writes the chosen policies and draws the arrow, as one step that undo takes back; then the arrow is selected. */
export async function applyDrawn(drawn: Drawn, fix: Fix): Promise<void> {
  const { namespaces } = boardStore.getState();
  // Between namespaces there is no arrow to draw: their policies are all.
  if (drawn.source in namespaces || drawn.destination in namespaces) {
    if (await applyFix(fix)) choosePolicies(null);
    return;
  }
  const known = arrowOf(drawn);
  if (known) {
    if (await applyFix(fix)) selectOne("connections", known.id);
    return;
  }
  const connection = arrow(drawn);
  if (!(await sendOrTell("connect_and_write", { ...connection, texts: textsOf(fix) }))) return;
  announce(`Done: ${fix.sentence}`);
  selectOne("connections", connection.id);
}

/** Draws the arrow alone. */
export async function watch(drawn: Pair): Promise<void> {
  const known = arrowOf(drawn);
  const connection = arrow(drawn);
  if (known) selectOne("connections", known.id);
  else if (await sendOrTell("connect", connection)) selectOne("connections", connection.id);
}

function arrow({ source, destination, protocol, port }: Pair) {
  return { id: newId(), source, destination, protocol, port };
}

function arrowOf(drawn: Pair): ConnectionRecord | undefined {
  return Object.values(boardStore.getState().connections).find(
    (each) =>
      each.source === drawn.source &&
      each.destination === drawn.destination &&
      each.protocol === drawn.protocol &&
      each.port === drawn.port,
  );
}
