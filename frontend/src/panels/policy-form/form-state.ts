import { createContext, useContext } from "react";
import type { PolicyRecord } from "@/model/records";
import type { Finding } from "@/panels/dock/yaml/findings";
import type { Fault, PolicyEdit } from "@/wire/messages";
import type { Plain } from "./policy-value";

/** What every part of the form knows of the policy. */
export interface FormState {
  policy: PolicyRecord;
  value: Plain;
  /** It can be looked at only: by this person, or while its text cannot be read. */
  fixed: boolean;
  findings: readonly Finding[];
  /** Makes edits in the text; answers why they were refused, nothing when they were made. */
  edit: (edits: PolicyEdit[]) => Promise<Fault[]>;
}

export const FormContext = createContext<FormState | null>(null);

export function useForm(): FormState {
  const state = useContext(FormContext);
  if (!state) throw new Error("This stands outside of a policy's form.");
  return state;
}
