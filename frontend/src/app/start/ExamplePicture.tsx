import type { Preview } from "@/wire/messages";
import { type Arrow, arrowsOf, BOX, boundsOfPreview } from "./picture";
import "./example-picture.css";

/** A board in small: frames, boxes and arrows with their verdicts. An ornament: the card's words say what it is.
 * `loud` names the connections that this picture is about, by position; the others fade. */
export function ExamplePicture({ preview, loud }: { preview: Preview; loud?: ReadonlySet<number> }) {
  const { x, y, width, height } = boundsOfPreview(preview);
  return (
    <svg
      aria-hidden="true"
      className="example-picture"
      preserveAspectRatio="xMidYMid meet"
      viewBox={`${x} ${y} ${width} ${height}`}
    >
      {preview.namespaces.map((frame, index) => (
        <rect
          className="example-picture__frame"
          data-tint={(index % 6) + 1}
          height={frame.height}
          key={frame.name}
          rx="20"
          width={frame.width}
          x={frame.x}
          y={frame.y}
        />
      ))}
      {arrowsOf(preview, loud).map((arrow) => (
        <ArrowLine arrow={arrow} key={arrow.key} />
      ))}
      {preview.boxes.map((box) => (
        <g key={box.id}>
          <rect
            className={box.outside ? "example-picture__box example-picture__box--outside" : "example-picture__box"}
            height={BOX.height}
            rx="16"
            width={BOX.width}
            x={box.x}
            y={box.y}
          />
          <text className="example-picture__name" x={box.x + BOX.width / 2} y={box.y + BOX.height / 2 + 12}>
            {box.name.length > 9 ? `${box.name.slice(0, 8)}…` : box.name}
          </text>
        </g>
      ))}
    </svg>
  );
}

function ArrowLine({ arrow: { allowed, quiet, path, head } }: { arrow: Arrow }) {
  const tone = allowed === null ? "undef" : allowed ? "allow" : "deny";
  return (
    <g className={`example-picture__arrow example-picture__arrow--${tone}`} data-quiet={quiet}>
      <path className="example-picture__line" d={path} />
      <path d={head} fill="currentColor" />
    </g>
  );
}
