import type { ReactNode } from "react";
import { Logo } from "@/panels/parts/Logo";
import { say } from "@/texts/workshop";
import "./workshop-top.css";

/** The bar at the top of a workshop's pages: the way home, the title, and what the page puts there. */
export function WorkshopTop({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <header className="workshop-top">
      <a className="workshop-top__home" href="/" title={say.startPage}>
        <Logo />
        <span className="visually-hidden">{say.netpolStudioStartPage}</span>
      </a>
      <h1 className="workshop-top__title ellipsis" title={title}>
        {title}
      </h1>
      {children}
    </header>
  );
}
