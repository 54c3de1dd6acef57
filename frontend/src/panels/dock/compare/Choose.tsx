import { type FormEvent, useEffect, useState } from "react";
import { deliver } from "@/panels/dialogs/import/deliver";
import { FaultList } from "@/panels/dialogs/import/FaultList";
import { chosenFiles, droppedFiles, type ManifestFile } from "@/panels/dialogs/manifest-files";
import { Button } from "@/panels/parts/Button";
import { Icon } from "@/panels/parts/Icon";
import { useBoard } from "@/store/use";
import { RequestError, request } from "@/sync/rest";
import type { BoardSummary, Fault } from "@/wire/messages";
import { compareWith } from "./comparing";

/** With what: revisions of this board, another board, or manifests. */
export function Choose() {
  return (
    <div className="compare-choose">
      <Revisions />
      <OtherBoard />
      <Manifests />
    </div>
  );
}

function Revisions() {
  const newest = useBoard((state) => state.revision);
  const [from, setFrom] = useState(String(Math.max(0, newest - 1)));
  const [to, setTo] = useState(String(newest));
  const valid = [from, to].every((text) => /^\d+$/.test(text) && Number(text) <= newest) && from !== to;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (valid) void compareWith({ kind: "revisions", from: Number(from), to: Number(to) });
  };
  return (
    <form className="compare-choose__way" onSubmit={submit}>
      <h3>
        <Icon name="history" size={15} /> Two revisions
      </h3>
      <p>What happened in between. Or tick two lines in the history.</p>
      <div className="compare-choose__row">
        <RevisionField label="From revision" most={newest} onChange={setFrom} value={from} />
        <RevisionField label="to" most={newest} onChange={setTo} value={to} />
        <Button disabled={!valid} look="primary" small type="submit">
          Compare
        </Button>
      </div>
    </form>
  );
}

type RevisionFieldProps = { label: string; value: string; most: number; onChange: (value: string) => void };

function RevisionField({ label, value, most, onChange }: RevisionFieldProps) {
  return (
    <label className="compare-choose__revision">
      {label}
      <input
        className="field__input"
        max={most}
        min={0}
        onChange={(event) => onChange(event.target.value)}
        type="number"
        value={value}
      />
    </label>
  );
}

/** Boards beyond these are found by their name. */
const LISTED = 50;

function OtherBoard() {
  const own = useBoard((state) => state.board?.id);
  const [text, setText] = useState("");
  const [boards, setBoards] = useState<BoardSummary[] | null>(null);
  const [chosen, setChosen] = useState("");
  useEffect(() => {
    let left = false;
    const query = new URLSearchParams({ limit: String(LISTED), sort: "opened", q: text });
    request<BoardSummary[]>("GET", `boards/?${query}`).then(
      (found) => !left && setBoards(found.filter(({ id }) => id !== own)),
      () => !left && setBoards([]),
    );
    return () => {
      left = true;
    };
  }, [text, own]);
  const other = boards?.some(({ id }) => id === chosen) ? chosen : (boards?.[0]?.id ?? "");
  const compare = (swap: boolean) => void compareWith({ kind: "board", from: null, board: other, at: null, swap });
  return (
    <section className="compare-choose__way">
      <h3>
        <Icon name="copy" size={15} /> Another board
      </h3>
      <p>Things are the same by their names, whoever made them.</p>
      <div className="compare-choose__row">
        <input
          aria-label="Find a board by its name"
          className="field__input"
          onChange={(event) => setText(event.target.value)}
          placeholder="Find a board"
          type="search"
          value={text}
        />
        <select
          aria-label="Board to compare with"
          className="field__input"
          disabled={!other}
          onChange={(event) => setChosen(event.target.value)}
          value={other}
        >
          {boards?.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
          {boards?.length === 0 && <option value="">No other board</option>}
        </select>
      </div>
      <div className="compare-choose__row">
        <Button disabled={!other} look="primary" onClick={() => compare(false)} small>
          From here to there
        </Button>
        <Button disabled={!other} onClick={() => compare(true)} small>
          From there to here
        </Button>
      </div>
    </section>
  );
}

function Manifests() {
  const board = useBoard((state) => state.board?.id ?? null);
  const [swap, setSwap] = useState(false);
  const [files, setFiles] = useState<ManifestFile[]>([]);
  const [faults, setFaults] = useState<Fault[]>([]);
  const [busy, setBusy] = useState(false);
  const read = async (chosen: ManifestFile[]) => {
    if (chosen.length === 0) return;
    setFiles(chosen);
    setFaults([]);
    setBusy(true);
    try {
      const found = await deliver(chosen, board, new AbortController().signal, () => undefined);
      if (found.faults.length > 0) setFaults(found.faults);
      else if (found.delivery) await compareWith({ kind: "manifests", from: null, delivery: found.delivery, swap });
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      setFaults(error.faults);
    }
    setBusy(false);
  };
  const pick = (list: FileList | null) => void read(chosenFiles(list ?? []));
  return (
    <section
      aria-label="Manifests"
      className="compare-choose__way compare-choose__drop"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        event.stopPropagation();
        void droppedFiles(event.nativeEvent.dataTransfer).then(read);
      }}
    >
      <h3>
        <Icon name="file" size={15} /> A folder of manifests
      </h3>
      <p>A folder without pods is judged on the pods of this board.</p>
      <div className="compare-choose__row">
        <span className="compare-choose__pick">
          <label>
            <b>Choose a folder</b>
            <input
              className="visually-hidden"
              onChange={(event) => pick(event.target.files)}
              type="file"
              {...{ webkitdirectory: "" }}
            />
          </label>
          ,{" "}
          <label>
            <b>files</b>
            <input
              accept=".yaml,.yml,.json,.zip"
              className="visually-hidden"
              multiple
              onChange={(event) => pick(event.target.files)}
              type="file"
            />
          </label>{" "}
          or drop them here
        </span>
        {busy && <span role="status">Reading…</span>}
      </div>
      <label className="compare-choose__swap">
        <input checked={swap} onChange={() => setSwap(!swap)} type="checkbox" /> From the folder to this board
      </label>
      <FaultList faults={faults} files={files} title="Nothing was compared." />
    </section>
  );
}
