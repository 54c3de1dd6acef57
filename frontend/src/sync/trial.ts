import { boardStore } from "@/store/board";
import { hazardsStore } from "@/store/hazards";
import type { WhatIfAnswer, WhatIfBody } from "@/wire/messages";
import { RequestError, request } from "./rest";

/** What a pod would meet that nobody adds; the answer goes into the store. Answers why there is none, or null. */
export async function tryPod(asked: WhatIfBody): Promise<string | null> {
  const { board } = boardStore.getState();
  try {
    const tried = await request<WhatIfAnswer>("POST", `boards/${board?.id}/what-if/`, asked);
    if (hazardsStore.getState().trial) hazardsStore.setState({ tried });
    return null;
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    hazardsStore.setState({ tried: null });
    return error.message;
  }
}
