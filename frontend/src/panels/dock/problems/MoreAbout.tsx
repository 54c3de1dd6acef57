import { useEffect, useState } from "react";
import { Prose } from "@/panels/parts/Prose";
import { docOf, type ProblemDoc } from "./problem-docs";

/** What the documents say of a problem: how it is judged, YAML that has it, and the correction. */
export function MoreAbout({ id }: { id: string }) {
  const [doc, setDoc] = useState<ProblemDoc | null>(null);
  useEffect(() => {
    let left = false;
    void docOf(id).then((found) => !left && setDoc(found));
    return () => {
      left = true;
    };
  }, [id]);
  if (!doc) return null;
  return (
    <div className="problems-tab__doc">
      <p>
        <Prose text={doc.words} />
      </p>
      {doc.example && <pre>{doc.example}</pre>}
      <p>
        <strong>Correction: </strong>
        <Prose text={doc.correction} />
      </p>
    </div>
  );
}
