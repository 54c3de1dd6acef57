import type { ReactNode } from "react";
import { useFixed } from "./Locked";
import "./editable.css";

/** Fields and buttons that change the board: for a person who may only look, and where a lesson leaves things as they are,
 * they are all switched off at once. */
export function Editable({ children }: { children: ReactNode }) {
  return (
    <fieldset className="editable" disabled={useFixed()}>
      {children}
    </fieldset>
  );
}
