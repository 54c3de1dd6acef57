import { createContext, type ReactNode, useContext } from "react";
import { useReadOnly } from "@/store/use";
import { Icon } from "./Icon";
import "./locked.css";

const Reason = createContext<string | null>(null);

/** Fields that a lesson leaves as they are: they can be read, and not changed. Without a `reason` they are free. */
export function Locked({ reason, children }: { reason: string | null; children: ReactNode }) {
  return <Reason.Provider value={reason}>{children}</Reason.Provider>;
}

/** Why, once for all the fields around which it stands. */
export function LockedNote() {
  const reason = useContext(Reason);
  if (reason === null) return null;
  return (
    <p className="locked-note">
      <Icon name="lock" size={14} />
      <span>{reason}</span>
    </p>
  );
}

/** Whether a field must not be changed: by this person, or on this board. */
export function useFixed(): boolean {
  const locked = useContext(Reason) !== null;
  return useReadOnly() || locked;
}
