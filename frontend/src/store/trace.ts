import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";

/** A packet on its way along an arrow: `at` from 0 (the source) to 1 (the destination). */
export interface Packet {
  connection: string;
  at: number;
  /** Stopped here, or on its way back as a reply. */
  state: "going" | "stopped" | "reply";
}

export const traceStore = createStore<{ packet: Packet | null }>(() => ({ packet: null }));

export function showPacket(packet: Packet | null): void {
  traceStore.setState({ packet });
}

export function usePacket(): Packet | null {
  return useStore(traceStore, ({ packet }) => packet);
}
