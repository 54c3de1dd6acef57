import { lazy, Suspense, useEffect } from "react";
import { useUi } from "@/store/use";
import { NotLoaded, Opening } from "./Opening";
import { printLight } from "./print-light";
import { StartPage } from "./start/StartPage";

printLight();

const BOARD_PATH = /^\/boards\/([0-9a-f-]{36})\/?$/i;

// The editor brings the canvas and the YAML editor along, which the start page can do without.
const Editor = lazy(() =>
  import("./editor/Editor").then(
    (module) => ({ default: module.Editor }),
    () => ({ default: NotLoaded }),
  ),
);

/** The server gives the same page for the start and for every board; the address says which it is. */
export function App() {
  const theme = useUi((ui) => ui.theme);
  useEffect(() => {
    if (theme === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  }, [theme]);
  const board = BOARD_PATH.exec(location.pathname)?.[1];
  if (!board) return <StartPage />;
  return (
    <Suspense fallback={<Opening />}>
      <Editor id={board} />
    </Suspense>
  );
}
