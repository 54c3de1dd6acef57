import { IconButton } from "@/panels/parts/Button";
import { say } from "@/texts/policy-form";
import { useForm } from "./form-state";

type CardHeadProps = {
  /** What it is, for screen readers: "ingress rule 1, peer 2". */
  name: string;
  title: string;
  quiet?: string;
  index: number;
  count: number;
  onMove: (to: number) => void;
  onRemove: () => void;
};

/** The title of a rule or peer, with what moves it and takes it away. */
export function CardHead({ name, title, quiet, index, count, onMove, onRemove }: CardHeadProps) {
  const { fixed } = useForm();
  return (
    <header className="form-card__head">
      <h4>{title}</h4>
      {quiet && <code>{quiet}</code>}
      {!fixed && (
        <span className="form-card__tools">
          {count > 1 && (
            <>
              <IconButton
                className="form-card__up"
                disabled={index === 0}
                icon="chevron"
                label={say.moveUp(name)}
                look="quiet"
                onClick={() => onMove(index - 1)}
                small
              />
              <IconButton
                className="form-card__down"
                disabled={index === count - 1}
                icon="chevron"
                label={say.moveDown(name)}
                look="quiet"
                onClick={() => onMove(index + 1)}
                small
              />
            </>
          )}
          <IconButton icon="trash" label={say.remove(name)} look="quiet" onClick={onRemove} small />
        </span>
      )}
    </header>
  );
}
