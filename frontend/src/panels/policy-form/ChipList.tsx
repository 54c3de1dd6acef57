import { type ReactNode, useRef, useState } from "react";
import { FieldError } from "@/panels/parts/Field";
import { Icon } from "@/panels/parts/Icon";
import { messageOf } from "@/panels/parts/use-submit";
import { say } from "@/texts/policy-form";
import type { Fault } from "@/wire/messages";
import { useForm } from "./form-state";
import { Widening } from "./Widening";

type ChipListProps = {
  /** What one of them is, as in "Add a label". */
  noun: string;
  /** Whose they are, for screen readers: "of the pods that the policy selects". */
  whose: string;
  items: readonly string[];
  /** Fields for the item at an index, or for a new one (null); `done` closes them. */
  editor: (index: number | null, done: () => void) => ReactNode;
  /** Takes an item away; `everything` when the person has said that the widest meaning is meant. */
  remove: (index: number, everything: boolean) => Promise<Fault[]>;
  /** What the list means without its last item: "matches every pod of prod". */
  everything: string;
  /** More to do beside the button that adds. */
  more?: ReactNode;
};

type Open = number | "new" | null;

/** Short facts as chips: Enter on one opens its fields, the cross takes it away, the button at the end adds one. */
export function ChipList({ noun, whose, items, editor, remove, everything, more }: ChipListProps) {
  const { fixed } = useForm();
  const [open, setOpen] = useState<Open>(null);
  const [asked, setAsked] = useState<number | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const home = () => requestAnimationFrame(() => root.current?.querySelector<HTMLElement>("[data-add]")?.focus());

  const close = () => {
    setOpen(null);
    home();
  };
  const take = async (index: number, meant: boolean) => {
    const faults = await remove(index, meant);
    const widens = faults.some(({ code }) => code === "would_mean_everything");
    setAsked(widens ? index : null);
    setRefusal(widens ? null : messageOf(faults));
    if (!widens) home();
  };
  return (
    <div className="chip-list" ref={root}>
      <ul className="chip-list__items">
        {items.map((text, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: its place is what tells it from an equal one
          <li className="chip-list__item" data-open={open === index} key={`${index} ${text}`}>
            {fixed ? (
              <span className="chip-list__text ellipsis">{text}</span>
            ) : (
              <>
                <button
                  aria-expanded={open === index}
                  aria-label={say.change(noun, text, whose)}
                  className="chip-list__text ellipsis"
                  onClick={() => setOpen(open === index ? null : index)}
                  title={text}
                  type="button"
                >
                  {text}
                </button>
                <button
                  aria-label={say.removeThe(noun, text, whose)}
                  className="chip-list__remove"
                  onClick={() => void take(index, false)}
                  type="button"
                >
                  <Icon name="close" size={11} />
                </button>
              </>
            )}
          </li>
        ))}
        {!fixed && (
          <li>
            <button
              aria-expanded={open === "new"}
              aria-label={say.addA(noun, whose)}
              className="chip-list__add"
              data-add
              onClick={() => setOpen(open === "new" ? null : "new")}
              type="button"
            >
              <Icon name="plus" size={11} />
              {noun}
            </button>
          </li>
        )}
        {!fixed && more && <li>{more}</li>}
      </ul>
      {open !== null && !fixed && (
        // biome-ignore lint/a11y/noStaticElementInteractions: Esc leaves the fields inside, each of which takes the focus
        <div className="chip-list__editor" onKeyDown={(event) => event.key === "Escape" && close()}>
          {editor(open === "new" ? null : open, close)}
        </div>
      )}
      {asked !== null && (
        <Widening
          choices={[{ label: say.doIt, act: () => void take(asked, true) }]}
          keep={() => {
            setAsked(null);
            home();
          }}
          words={say.withoutItsLastThis(noun, everything)}
        />
      )}
      <FieldError text={refusal} />
    </div>
  );
}
