import type { ReactNode } from "react";
import { Button } from "@/panels/parts/Button";
import { Logo } from "@/panels/parts/Logo";
import { say } from "@/texts/app";
import "./opening.css";

/** The editor's frame with nothing in it, while its code is on the way: nothing jumps when it is there. */
export function Opening() {
  return (
    <Frame>
      <p role="status">{say.opening}</p>
    </Frame>
  );
}

/** In place of the editor when its code could not be had. */
export function NotLoaded() {
  return (
    <Frame>
      <div role="alert">
        <p>{say.theEditorCouldNotBeLoaded}</p>
        <Button onClick={() => location.reload()}>{say.reloadThePage}</Button>
      </div>
    </Frame>
  );
}

/** The editor's frame around a few words in its middle; `bare` without its sides, where no editor will come. */
export function Frame({ bare, children }: { bare?: boolean; children: ReactNode }) {
  return (
    <div className={bare ? "opening opening--bare" : "opening"}>
      <header className="opening__top">
        <Logo />
        <b>{say.netpolStudio}</b>
      </header>
      {!bare && <div className="opening__side" />}
      <main className="opening__middle">{children}</main>
      {!bare && <div className="opening__side opening__side--right" />}
    </div>
  );
}
