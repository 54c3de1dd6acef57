import { useEffect } from "react";
import { useUi } from "@/store/use";
import { Editor } from "./editor/Editor";
import { StartPage } from "./start/StartPage";

const BOARD_PATH = /^\/boards\/([0-9a-f-]{36})\/?$/i;

/** The server gives the same page for the start and for every board; the address says which it is. */
export function App() {
  const theme = useUi((ui) => ui.theme);
  useEffect(() => {
    if (theme === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  }, [theme]);
  const board = BOARD_PATH.exec(location.pathname)?.[1];
  return board ? <Editor id={board} /> : <StartPage />;
}
