import { type DragEvent, type ReactNode, useEffect, useId, useRef } from "react";
import { say } from "@/texts/parts";
import { IconButton } from "./Button";
import "./dialog.css";

type DialogProps = {
  title: string;
  onClose: () => void;
  children: ReactNode;
  footer?: ReactNode;
  onDrop?: (event: DragEvent<HTMLDialogElement>) => void;
};

/** A modal dialog on the browser's own <dialog>: it keeps the focus inside, and Esc or a click outside closes it. */
export function Dialog({ title, onClose, children, footer, onDrop }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const dialog = ref.current;
    if (dialog && !dialog.open) dialog.showModal();
    // React's own autoFocus comes before the dialog is shown, and is lost.
    dialog?.querySelector<HTMLElement>("[data-first]")?.focus();
    return () => dialog?.close();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard closes a modal dialog with Esc
    <dialog
      aria-labelledby={heading}
      className="dialog"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === ref.current) onClose();
      }}
      onDragOver={onDrop && ((event) => event.preventDefault())}
      onDrop={onDrop}
      ref={ref}
    >
      <div className="dialog__sheet">
        <header className="dialog__head">
          <h2 id={heading}>{title}</h2>
          <IconButton icon="close" label={say.close} look="quiet" onClick={onClose} />
        </header>
        <div className="dialog__body">{children}</div>
        {footer && <footer className="dialog__foot">{footer}</footer>}
      </div>
    </dialog>
  );
}
