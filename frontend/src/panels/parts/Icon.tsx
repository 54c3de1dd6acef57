/** Outline icons on a 20 by 20 grid, drawn in the colour of the text around them. */
const PATHS = {
  alert: "M10 3.2 17.6 16.5H2.4zM10 8v3.6M10 14v.1",
  archive: "M3 4h14v3.5H3zM4.5 7.5V16h11V7.5M8 10.5h4",
  check: "m4 10.5 4 4 8-9",
  chevron: "m7.5 5 5 5-5 5",
  chevronDown: "m5 7.5 5 5 5-5",
  close: "m5 5 10 10M15 5 5 15",
  globe:
    "M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15zM2.5 10h15M10 2.5c3.6 4.2 3.6 10.8 0 15M10 2.5c-3.6 4.2-3.6 10.8 0 15",
  dns: "M10 2.5v4M4.5 12V9.5h11V12M10 6.5V12M2.5 12.5h4v4h-4zM8 12.5h4v4H8zM13.5 12.5h4v4h-4z",
  cloud: "M6 15h9a3.5 3.5 0 0 0 .4-7A5 5 0 0 0 6 7.2 4 4 0 0 0 6 15z",
  copy: "M7.5 7.5h8v8h-8zM12.5 7.5v-3h-8v8h3",
  down: "M10 4v12M5.5 11.5 10 16l4.5-4.5",
  download: "M10 3v9m-3.5-3.5L10 12l3.5-3.5M4 16h12",
  file: "M5 2.5h6.5L15.5 6.5v11H5zM11.5 2.5v4h4",
  grow: "M10 9V3.500M7 6l3-3 3 3M10 11v5.500M7 14l3 3 3-3",
  hand: "M6 11V5.2a1.2 1.2 0 0 1 2.4 0V9.5M8.4 9V3.7a1.2 1.2 0 0 1 2.4 0V9M10.8 9V4.7a1.2 1.2 0 0 1 2.4 0V10M13.2 10V6.7a1.2 1.2 0 0 1 2.4 0v5.1c0 3.2-1.9 5.7-5 5.7-2.6 0-3.8-1.2-5-3.4l-1.7-3.2a1.2 1.2 0 0 1 2-1.2L6 11.3",
  history: "M3.5 10a6.5 6.5 0 1 0 2-4.7L3.5 7.2M3.5 3.5v3.7h3.7M10 6.5V10l2.5 1.8",
  lock: "M5 9h10v7.5H5zM7 9V6.5a3 3 0 0 1 6 0V9",
  monitor: "M3 4h14v9.5H3zM7 17h6M10 13.5V17",
  moon: "M16.5 11.8A6.8 6.8 0 1 1 8.2 3.5a5.4 5.4 0 0 0 8.3 8.3z",
  more: "M4.5 10v.1M10 10v.1M15.5 10v.1",
  namespace:
    "M3 6.5V6a2 2 0 0 1 2-2h.8M8.5 4h3M14.2 4h.8a2 2 0 0 1 2 2v.5M17 9v2M17 13.5v.5a2 2 0 0 1-2 2h-.8M11.5 16h-3M5.8 16H5a2 2 0 0 1-2-2v-.5M3 11V9",
  open: "M10 4h6v6M16 4l-7 7M13 12v4H4V7h4",
  pencil: "M4 16l.8-3.4L13.5 4l2.5 2.5-8.7 8.7z",
  people:
    "M7.5 9.5a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6zM2.5 16c.3-2.8 2.3-4.3 5-4.3s4.7 1.5 5 4.3M13 4.2a2.7 2.7 0 0 1 0 5M14.5 12c1.8.5 2.9 1.9 3.1 4",
  play: "M6.5 4v12l9.5-6z",
  plus: "M10 4v12M4 10h12",
  pod: "M6.5 3h7A3.5 3.5 0 0 1 17 6.5v7a3.5 3.5 0 0 1-3.5 3.5h-7A3.5 3.5 0 0 1 3 13.5v-7A3.5 3.5 0 0 1 6.5 3z",
  policy: "M10 2.5 16 5v5c0 4-2.6 6.4-6 7.5C6.6 16.4 4 14 4 10V5z",
  question: "M7.3 7.3a2.7 2.7 0 1 1 4 2.4c-.9.5-1.3 1-1.3 2M10 14.6v.1",
  present: "M3 4h14v9H3zM10 13v3M6.5 17l3.5-3.5 3.5 3.5",
  redo: "M12.5 4 16.5 8l-4 4M16 8H8a4.2 4.2 0 0 0 0 8.4h3.5",
  search: "M9 15A6 6 0 1 0 9 3a6 6 0 0 0 0 12zM13.4 13.4 17 17",
  shrink: "M10 2.500V8M7 5l3 3 3-3M10 17.500V12M7 15l3-3 3 3",
  snow: "M10 2.5v15M3.5 6.2l13 7.6M16.5 6.2l-13 7.6M8 3.8l2 1.7 2-1.7M8 16.2l2-1.7 2 1.7",
  sun: "M10 13.3a3.3 3.3 0 1 0 0-6.6 3.3 3.3 0 0 0 0 6.6zM10 2.3v1.7M10 16v1.7M2.3 10H4M16 10h1.7M4.6 4.6l1.2 1.2M14.2 14.2l1.2 1.2M4.6 15.4l1.2-1.2M14.2 5.8l1.2-1.2",
  trash: "M4 5.5h12M8 5.5V3.5h4v2M5.5 5.5l.7 11h7.6l.7-11M8.5 8.5v5M11.5 8.5v5",
  turn: "M4 4h5v5H4zM11 11h5v5h-5zM12 6h2.5A1.5 1.5 0 0 1 16 7.5V9m0 0-1.8-1.6M16 9l1.7-1.6M8 14H5.500A1.5 1.5 0 0 1 4 12.500V11",
  undo: "M7.5 4 3.5 8l4 4M4 8h8a4.2 4.2 0 0 1 0 8.4H8.5",
  up: "M10 16V4M5.5 8.5 10 4l4.5 4.5",
  upload: "M10 12.5v-9M6.5 7 10 3.5 13.5 7M4 16h12",
} as const;

export type IconName = keyof typeof PATHS;

/** Purely an ornament: the words beside it, or the label of the button around it, carry the meaning. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      aria-hidden="true"
      fill="none"
      height={size}
      stroke="currentColor"
      strokeLinecap="round"
      strokeLinejoin="round"
      strokeWidth={1.6}
      viewBox="0 0 20 20"
      width={size}
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
