import { useCallback } from "react";
import { noticeFaults } from "@/store/board";
import { RequestError, request } from "@/sync/rest";

/** Asks for a change; false when it was refused, and the person has been told why. */
export function useChange(): (method: string, path: string, body?: unknown) => Promise<boolean> {
  return useCallback(async (method, path, body) => {
    try {
      await request(method, path, body);
      return true;
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      noticeFaults(error.faults);
      return false;
    }
  }, []);
}
