import type { ReactNode } from "react";
import { useReadOnly } from "@/store/use";
import "./editable.css";

/** Fields and buttons that change the board: for a person who may only look they are all switched off at once. */
export function Editable({ children }: { children: ReactNode }) {
  return (
    <fieldset className="editable" disabled={useReadOnly()}>
      {children}
    </fieldset>
  );
}
