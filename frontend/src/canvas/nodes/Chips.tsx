interface Props {
  texts: string[];
  /** Said in place of chips when there are none. */
  empty?: string;
  port?: boolean;
}

const SHOWN = 2;

/** One line of chips; what does not fit is counted, and the tooltip has them all. */
export function Chips({ texts, empty, port }: Props) {
  if (texts.length === 0) return empty ? <div className="chips chips--empty">{empty}</div> : null;
  const room = texts.slice(0, SHOWN).join("").length > 17 ? 1 : SHOWN;
  const hidden = texts.length - room;
  return (
    <div className="chips" title={texts.join("\n")}>
      {texts.slice(0, room).map((text) => (
        <span className={`chips__chip ${port ? "chips__chip--port" : ""}`} key={text}>
          {text}
        </span>
      ))}
      {hidden > 0 && <span className="chips__more">+{hidden}</span>}
    </div>
  );
}
