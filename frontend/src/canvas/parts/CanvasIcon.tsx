/** Outline icons on a 16 by 16 grid, drawn in the colour of the text around them. */
const PATHS = {
  web: "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM2 8h12M8 2c3 3.5 3 8.5 0 12M8 2c-3 3.5-3 8.5 0 12",
  api: "m5 4-4 4 4 4m6-8 4 4-4 4",
  db: "M2 4c0-1.2 2.7-2.2 6-2.2S14 2.8 14 4 11.3 6.2 8 6.2 2 5.2 2 4zM2 4v8c0 1.2 2.7 2.2 6 2.2s6-1 6-2.2V4M2 8c0 1.2 2.7 2.2 6 2.2s6-1 6-2.2",
  cache: "M9 1.5 3 9h4.5L7 14.5 13 7H8.5z",
  queue: "M2 3h12v3H2zM2 8h12M2 10.5h12M2 13h12",
  dns: "M8 2v4M3.5 10V8h9v2M8 6v4M2 10h3v4H2zM6.5 10h3v4h-3zM11 10h3v4h-3z",
  watch: "M1.5 8h3l2-4.5 3 9 2-4.5h3",
  job: "M8 5.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5zM8 1.5v2M8 12.5v2M1.5 8h2M12.5 8h2M3.4 3.4l1.4 1.4M11.2 11.2l1.4 1.4M3.4 12.6l1.4-1.4M11.2 4.8l1.4-1.4",
  pod: "M5 2h6a3 3 0 0 1 3 3v6a3 3 0 0 1-3 3H5a3 3 0 0 1-3-3V5a3 3 0 0 1 3-3z",
  host: "M5 12h7a3 3 0 0 0 .3-6A4.2 4.2 0 0 0 4.5 6 3 3 0 0 0 5 12z",
  cloud: "M5 12h7a3 3 0 0 0 .3-6A4.2 4.2 0 0 0 4.5 6 3 3 0 0 0 5 12z",
  namespace:
    "M2 5V4a1.5 1.5 0 0 1 1.5-1.5h1M7 2.5h2M11.5 2.5h1A1.5 1.5 0 0 1 14 4v1M14 7v2M14 11v1a1.5 1.5 0 0 1-1.5 1.5h-1M9 13.5H7M4.5 13.5h-1A1.5 1.5 0 0 1 2 12v-1M2 9V7",
  policy: "M8 1.8 13 4v4.2c0 3.2-2.1 5.2-5 6-2.9-.8-5-2.8-5-6V4z",
  select: "M3.5 2.5 12.5 7l-4 1.3L7 12.5z",
  hand: "M4.5 8V4.2a1 1 0 0 1 2 0V7.5m0-.5V3a1 1 0 0 1 2 0v4.5m0-.5V3.8a1 1 0 0 1 2 0V8m0-1.7a1 1 0 0 1 2 0V10c0 2.5-1.8 4-4 4-2 0-3-.8-4-2.5L3 9.2a1 1 0 0 1 1.6-1.2L5.5 9",
  connect: "M4 10a2 2 0 1 0 0 4 2 2 0 0 0 0-4zM12 2a2 2 0 1 0 0 4 2 2 0 0 0 0-4zM5.5 10.5l5-5",
  filter: "M2 3h12L9.500 8.500V13l-3-1.500v-3z",
  fit: "M2 5.5V2h3.5M10.5 2H14v3.5M14 10.5V14h-3.5M5.5 14H2v-3.5",
  plus: "M8 3v10M3 8h10",
  minus: "M3 8h10",
  trash: "M3 4.5h10M6 4.5V3h4v1.5M4.3 4.5 5 13h6l.7-8.5",
  pencil: "M3 13l.7-2.8L10.8 3 13 5.2l-7.2 7.1z",
  close: "m4 4 8 8M12 4l-8 8",
  upload: "M8 10V3M5 5.5 8 2.7l3 2.8M3 13h10",
  download: "M8 3v7M5 7.5l3 2.8 3-2.8M3 13h10",
  sun: "M8 5.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5zM8 1.5v2M8 12.5v2M1.5 8h2M12.5 8h2",
  lock: "M4 7.5h8V13H4zM5.5 7.5v-2a2.5 2.5 0 0 1 5 0v2",
  history: "M2.5 8a5.5 5.5 0 1 0 1.7-4M2.5 2.5v3h3M8 5v3.2l2 1.3",
  chevron: "m4 6 4 4 4-4",
  fold: "M8 1.5V6M5.5 4 8 6.5 10.5 4M8 14.5V10M5.5 12 8 9.5l2.5 2.5M2.5 8h11",
  unfold: "M8 6.5V2M5.5 4 8 1.5 10.5 4M8 9.5V14M5.5 12 8 14.5l2.5-2.5M2.5 8h11",
  duplicate: "M6 6h7.5v7.5H6zM3.5 10H2.5V2.5H10v1",
  copy: "M6 6h7.5v7.5H6zM3.5 10H2.5V2.5H10v1",
  cut: "M4 11.5a2 2 0 1 0 0-.1M12 11.5a2 2 0 1 0 0-.1M5.5 10 12 2M10.5 10 4 2",
  layout: "M2.5 2.5h4v4h-4zM9.5 9.5h4v4h-4zM9.5 2.5h4v4h-4zM6.5 4.5h3M11.5 6.5v3",
  "align-left": "M2.5 2v12M5 4h8v3H5zM5 9.5h5v3H5z",
  "align-right": "M13.5 2v12M3 4h8v3H3zM6 9.5h5v3H6z",
  "align-centre": "M8 1.5v2.5M8 7v2.5M8 12.5v2M4 4h8v3H4zM5.5 9.5h5v3h-5z",
  "align-top": "M2 2.5h12M4 5h3v8H4zM9.5 5h3v5h-3z",
  "align-bottom": "M2 13.5h12M4 3h3v8H4zM9.5 6h3v5h-3z",
  "align-middle": "M1.5 8H4M7 8h2.5M12.5 8h2M4 4h3v8H4zM9.5 5.5h3v5h-3z",
  "distribute-across": "M2 2v12M14 2v12M6.5 4.5h3v7h-3z",
  "distribute-down": "M2 2h12M2 14h12M4.5 6.5h7v3h-7z",
  copyImage: "M2.5 3h11v10h-11zM2.5 11l3.5-4 3 3.5 2-2 2.5 3M10.5 6v.1",
  eye: "M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8zM8 6a2 2 0 1 0 0 4 2 2 0 0 0 0-4z",
  print: "M4.5 6V2.5h7V6M4.5 11.5h-2V6h11v5.5h-2M4.5 9.5h7v4h-7z",
  present: "M2 3h12v7.5H2zM8 10.5V13M5 14l3-3 3 3",
  zen: "M6 2.5V6H2.5M10 2.5V6h3.5M6 13.5V10H2.5M10 13.5V10h3.5",
  dock: "M2 2.5h12v11H2zM2 9.5h12",
  "panel-left": "M2 3h12v10H2zM6 3v10",
  "panel-right": "M2 3h12v10H2zM10 3v10",
  flag: "M4 14V2.5h8l-2 3 2 3H4",
  check: "m3 8.5 3.5 3.5 6.5-8",
  people:
    "M6 7.5a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6zM2 13c.2-2.4 1.8-3.6 4-3.6s3.8 1.2 4 3.6M10.6 3.2a2.2 2.2 0 0 1 0 4.2M12 9.7c1.3.5 2 1.6 2.1 3.3",
  question: "M5.8 6a2.2 2.2 0 1 1 3.2 2c-.7.4-1 .8-1 1.7M8 12v.1",
  search: "M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10zM10.6 10.6 14 14",
  undo: "M6 3 3 6l3 3M3.5 6H10a3.4 3.4 0 0 1 0 6.8H7",
  redo: "m10 3 3 3-3 3M12.5 6H6a3.4 3.4 0 0 0 0 6.8h3",
  warn: "M8 2.5 14 13H2zM8 6.5v3M8 11.2v.1",
} as const;

export type CanvasIconName = keyof typeof PATHS;

export function isIcon(name: string): name is CanvasIconName {
  return name in PATHS;
}

/** Purely an ornament: the words beside it, or the label of the button around it, carry the meaning. */
export function CanvasIcon({ name, size = 16 }: { name: CanvasIconName; size?: number }) {
  return (
    <svg
      aria-hidden="true"
      fill="none"
      height={size}
      stroke="currentColor"
      strokeLinecap="round"
      strokeLinejoin="round"
      strokeWidth="1.5"
      viewBox="0 0 16 16"
      width={size}
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
