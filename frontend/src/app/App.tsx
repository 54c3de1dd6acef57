import { lazy, Suspense, useEffect } from "react";
import { useUi } from "@/store/use";
import { NotLoaded, Opening } from "./Opening";
import { printLight } from "./print-light";
import { StartPage } from "./start/StartPage";

printLight();

const ID = "([0-9a-f-]{36})";
const BOARD_PATH = new RegExp(`^/boards/${ID}/?$`, "i");
const WORKSHOP_PATH = new RegExp(`^/workshops/${ID}/?(?:present/?)?$`, "i");
const WORKSHOPS_PATH = /^\/workshops\/?$/;
const JOIN_PATH = /^\/j(?:\/([^/]*))?\/?$/;

const unloaded = () => ({ default: NotLoaded });
// The editor brings the canvas and the YAML editor along, which the start page can do without; workshops are for some.
const Editor = lazy(() => import("./editor/Editor").then((module) => ({ default: module.Editor }), unloaded));
const WorkshopPage = lazy(() =>
  import("./workshop/WorkshopPage").then((module) => ({ default: module.WorkshopPage }), unloaded),
);
const WorkshopsPage = lazy(() =>
  import("@/workshop/open/WorkshopsPage").then((module) => ({ default: module.WorkshopsPage }), unloaded),
);
const JoinPage = lazy(() =>
  import("@/workshop/join/JoinPage").then((module) => ({ default: module.JoinPage }), unloaded),
);

/** The server gives the same page for the start, for every board and every workshop; the address says which it is. */
export function App() {
  const theme = useUi((ui) => ui.theme);
  useEffect(() => {
    if (theme === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  }, [theme]);
  return (
    <Suspense fallback={<Opening />}>
      <Page path={location.pathname} />
    </Suspense>
  );
}

function Page({ path }: { path: string }) {
  const board = BOARD_PATH.exec(path)?.[1];
  if (board) return <Editor id={board} />;
  const workshop = WORKSHOP_PATH.exec(path)?.[1];
  if (workshop) return <WorkshopPage id={workshop} />;
  if (WORKSHOPS_PATH.test(path)) return <WorkshopsPage />;
  const join = JOIN_PATH.exec(path);
  return join ? <JoinPage code={join[1] ?? ""} /> : <StartPage />;
}
