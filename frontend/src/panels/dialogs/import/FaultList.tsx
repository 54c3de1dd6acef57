import { useEffect, useState } from "react";
import { Prose } from "@/panels/parts/Prose";
import { say } from "@/texts/import";
import type { Fault } from "@/wire/messages";
import { lineOf, type ManifestFile, PASTED } from "../manifest-files";

const SHOWN = 100;

type FaultListProps = { faults: Fault[]; files: readonly ManifestFile[]; title?: string };

/** What is wrong, each with its file, line and column, and the line itself. */
export function FaultList({ faults, files, title = say.nothingWasImported }: FaultListProps) {
  const quotes = useQuotes(faults, files);
  if (faults.length === 0) return null;
  return (
    <div className="import-dialog__faults" role="alert">
      <p>
        <b>{title}</b> {faults.length > 1 ? say.thingsAreWrong(faults.length) : say.oneThingIsWrong}
      </p>
      <ul>
        {faults.slice(0, SHOWN).map((fault) => {
          const key = keyOf(fault);
          return (
            <li key={key}>
              {fault.line !== null && <span className="mono">{placeOf(fault)}</span>}
              <span>
                <Prose text={fault.message} />
              </span>
              {quotes[key] && <code>{quotes[key]}</code>}
            </li>
          );
        })}
      </ul>
      {faults.length > SHOWN && <p>{say.andMore(faults.length - SHOWN)}</p>}
    </div>
  );
}

function keyOf({ file, line, column, message }: Fault): string {
  return `${file} ${line} ${column} ${message}`;
}

/** shop.yaml, line 3, column 5 */
export function placeOf({ file, line, column }: Pick<Fault, "file" | "line"> & { column?: number | null }): string {
  return [file ?? PASTED, line !== null && `line ${line}`, column && `column ${column}`].filter(Boolean).join(", ");
}

function useQuotes(faults: Fault[], files: readonly ManifestFile[]): Record<string, string> {
  const [quotes, setQuotes] = useState<Record<string, string>>({});
  useEffect(() => {
    let wanted = true;
    const asked = faults.slice(0, SHOWN).map(async (fault): Promise<[string, string | null]> => {
      const line = fault.line === null ? null : await lineOf(files, fault.file ?? PASTED, fault.line);
      return [keyOf(fault), line];
    });
    void Promise.all(asked).then((found) => {
      if (wanted) setQuotes(Object.fromEntries(found.filter(([, line]) => line)) as Record<string, string>);
    });
    return () => {
      wanted = false;
    };
  }, [faults, files]);
  return quotes;
}
