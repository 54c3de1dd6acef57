import { useEffect, useRef } from "react";
import type { PolicyRecord } from "@/model/records";
import { PolicyText } from "./policy-text";
import { useMarks } from "./use-marks";
import "./yaml-editor.css";

/** One policy's YAML. Each keystroke goes to everybody; a pause or leaving the field makes one revision of it. */
export function YamlEditor({ policy }: { policy: PolicyRecord }) {
  const place = useRef<HTMLDivElement>(null);
  const text = useRef<PolicyText>(null);
  const id = policy.id;

  useEffect(() => {
    if (!place.current) return;
    const shown = new PolicyText(place.current, id);
    text.current = shown;
    return () => {
      text.current = null;
      shown.close();
    };
  }, [id]);

  useMarks(text, policy);
  return <div className="yaml-editor" ref={place} />;
}
