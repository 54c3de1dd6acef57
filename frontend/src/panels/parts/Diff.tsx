import { say } from "@/texts/parts";
import "./diff.css";

const TONES: Record<string, string> = { "+": "added", "-": "removed", "@": "place" };

/** A unified diff, its lines marked by their sign and their colour. */
export function Diff({ name, text }: { name: string; text: string }) {
  const lines = text.split("\n").slice(2);
  return (
    <section aria-label={say.changesInPolicy(name)} className="diff">
      <h3>{name}</h3>
      <pre>
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines may be equal, and never move
          <span className={`diff__line diff__line--${TONES[line[0] ?? ""] ?? "same"}`} key={index}>
            {`${line}\n`}
          </span>
        ))}
      </pre>
    </section>
  );
}
