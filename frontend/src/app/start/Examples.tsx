import { Button } from "@/panels/parts/Button";
import type { ExampleSummary } from "@/wire/messages";
import { startBoard } from "./boards";
import { ExamplePicture } from "./ExamplePicture";
import { useRequest } from "./use-request";
import "./examples.css";

/** Built-in boards to begin with. The cases of the database stand together, in the order in which they build up. */
export function Examples() {
  const { answer, failure, again } = useRequest<ExampleSummary[]>("examples/");
  const cases = answer?.filter(({ kind }) => kind === "case") ?? [];
  const boards = answer?.filter(({ kind }) => kind === "board") ?? [];
  const [first, ...further] = cases;
  return (
    <section aria-labelledby="examples-heading">
      <h2 id="examples-heading">Start from an example</h2>
      {failure && (
        <p className="start__failure" role="alert">
          {failure} <Button onClick={again}>Try again</Button>
        </p>
      )}
      <ul className="examples">
        {first && (
          <Card
            example={{ ...first, summary: `web, api and a database, in ${cases.length} cases` }}
            picture={cases.find(({ id }) => id === "ingress") ?? first}
          />
        )}
        {boards.map((example) => (
          <Card example={example} key={example.id} picture={example} />
        ))}
        <li>
          <button className="examples__card" onClick={() => void startBoard({})} type="button">
            <span className="examples__picture" />
            <span className="examples__text">
              <b>Empty board</b>
              <span>drag the first pod</span>
            </span>
          </button>
        </li>
      </ul>
      {further.length > 0 && (
        <div className="examples__cases">
          <h3>Protect the database, case by case</h3>
          <ol className="examples__grid">
            {cases.map((example, index) => (
              <Case example={example} key={example.id} number={index + 1} />
            ))}
          </ol>
        </div>
      )}
    </section>
  );
}

function Card({ example, picture }: { example: ExampleSummary; picture: ExampleSummary }) {
  return (
    <li>
      <button className="examples__card" onClick={() => void startBoard({ example: example.id })} type="button">
        <span className="examples__picture">
          <ExamplePicture preview={picture.preview} />
        </span>
        <span className="examples__text">
          <b>{example.title}</b>
          <span>{example.summary}</span>
        </span>
      </button>
    </li>
  );
}

function Case({ example, number }: { example: ExampleSummary; number: number }) {
  return (
    <li>
      <button className="examples__case" onClick={() => void startBoard({ example: example.id })} type="button">
        <span className="examples__picture examples__picture--small">
          <ExamplePicture preview={example.preview} />
        </span>
        <span className="examples__text">
          <b>
            <span className="examples__number">{number}</span> {number === 1 ? "No policy yet" : example.title}
          </b>
          <span>{example.summary}</span>
        </span>
      </button>
    </li>
  );
}
