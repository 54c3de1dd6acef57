import { Button } from "@/panels/parts/Button";
import { useRequest } from "@/panels/parts/use-request";
import { say } from "@/texts/start";
import type { ExampleSummary } from "@/wire/messages";
import { startBoard } from "./boards";
import { ExamplePicture } from "./ExamplePicture";
import { telling } from "./picture";
import "./examples.css";

/** Built-in boards to begin with. The cases of the database stand together, in the order in which they build up. */
export function Examples() {
  const { answer, failure, again } = useRequest<ExampleSummary[]>("examples/");
  const cases = answer?.filter(({ kind }) => kind === "case") ?? [];
  const boards = answer?.filter(({ kind }) => kind === "board") ?? [];
  const [first, ...further] = cases;
  const loud = telling(cases.map(({ preview }) => preview));
  return (
    <section aria-labelledby="examples-heading">
      <h2 id="examples-heading">{say.startFromAnExample}</h2>
      {failure && (
        <p className="start__failure" role="alert">
          {failure} <Button onClick={again}>{say.tryAgain}</Button>
        </p>
      )}
      <ul className="examples">
        {first && (
          <Card
            example={{ ...first, summary: say.webApiAndDbInCases(cases.length) }}
            loud={loud}
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
              <b>{say.emptyBoard}</b>
              <span>{say.dragTheFirstPod}</span>
            </span>
          </button>
        </li>
      </ul>
      {further.length > 0 && (
        <div className="examples__cases">
          <h3>{say.protectTheDatabaseCaseByCase}</h3>
          <ol className="examples__grid">
            {cases.map((example) => (
              <Case example={example} key={example.id} loud={loud} />
            ))}
          </ol>
        </div>
      )}
    </section>
  );
}

type Loud = ReadonlySet<number>;

function Card({ example, picture, loud }: { example: ExampleSummary; picture: ExampleSummary; loud?: Loud }) {
  return (
    <li>
      <button className="examples__card" onClick={() => void startBoard({ example: example.id })} type="button">
        <span className="examples__picture">
          <ExamplePicture loud={loud} preview={picture.preview} />
        </span>
        <span className="examples__text">
          <b>{example.title}</b>
          <span>{example.summary}</span>
        </span>
      </button>
    </li>
  );
}

function Case({ example, loud }: { example: ExampleSummary; loud: Loud }) {
  return (
    <li>
      <button className="examples__case" onClick={() => void startBoard({ example: example.id })} type="button">
        <span className="examples__picture examples__picture--small">
          <ExamplePicture loud={loud} preview={example.preview} />
        </span>
        <span className="examples__text">
          <b>{example.id === "start" ? say.theOpenCluster : example.title}</b>
          <span>{example.summary}</span>
        </span>
      </button>
    </li>
  );
}
