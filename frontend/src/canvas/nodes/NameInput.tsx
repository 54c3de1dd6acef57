import { useEffect, useRef } from "react";
import { boardStore } from "@/store/board";
import { keepHalfTyped } from "@/store/half-typed";
import { uiStore } from "@/store/ui";
import { wordsFor } from "@/store/words-for";
import { sendOrTell } from "@/sync/session";
import "./name-input.css";

/** The name being typed, on the node itself. Enter or leaving the field renames, Escape leaves it as it was. */
export function NameInput({ id, name, command }: { id: string; name: string; command: string }) {
  const field = useRef<HTMLInputElement>(null);
  const typed = useRef<string | null>(null);
  useEffect(() => {
    // The node may still be on its way into the picture: the focus goes in when it stands.
    const frame = requestAnimationFrame(() => {
      field.current?.focus({ preventScroll: true });
      field.current?.select();
    });
    return () => cancelAnimationFrame(frame);
  }, []);
  useEffect(() => {
    const words = wordsFor(boardStore.getState(), id);
    return () => keepHalfTyped({ id, words, label: "Name", typed: typed.current });
  }, [id]);
  const done = (written: string | null) => {
    typed.current = null;
    if (uiStore.getState().editing === id) uiStore.setState({ editing: null });
    const wanted = written?.trim();
    if (wanted && wanted !== name) void sendOrTell(command, { id, name: wanted });
  };
  return (
    <input
      aria-label="Name"
      className="name-input nodrag nopan"
      defaultValue={name}
      maxLength={253}
      onBlur={(event) => done(event.currentTarget.value)}
      onChange={(event) => {
        typed.current = event.currentTarget.value;
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === "Enter") event.currentTarget.blur();
        if (event.key === "Escape") {
          event.currentTarget.value = name;
          event.currentTarget.blur();
        }
      }}
      ref={field}
      size={Math.max(6, name.length)}
      spellCheck={false}
    />
  );
}
