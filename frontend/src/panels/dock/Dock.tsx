import { type KeyboardEvent, lazy, Suspense } from "react";
import { IconButton } from "@/panels/parts/Button";
import { ClosedNote } from "@/panels/parts/ClosedNote";
import { type DockTab, uiStore } from "@/store/ui";
import { useBoard, useOffered, useUi } from "@/store/use";
import { DockHandle } from "./DockHandle";
import { History } from "./History";
import { mostHeight, setDockHeight, useDockHeight } from "./height";
import { ProblemsTab } from "./problems/ProblemsTab";
import { useProblemsCount } from "./problems/use-problems";
import { ReachTable } from "./table/ReachTable";
import { TestsTab } from "./tests/TestsTab";
import { useTestsCount } from "./tests/use-tests";
import { YamlTab } from "./yaml/YamlTab";
import "./dock.css";

// Most people compare now and then: its part of the code waits until somebody does.
const CompareTab = lazy(() => import("./compare/CompareTab").then((module) => ({ default: module.CompareTab })));

const TABS: readonly { tab: DockTab; label: string }[] = [
  { tab: "yaml", label: "YAML" },
  { tab: "reachability", label: "Reachability" },
  { tab: "tests", label: "Tests" },
  { tab: "problems", label: "Problems" },
  { tab: "history", label: "History" },
  { tab: "compare", label: "Compare" },
];

/** Those that tell what passes. */
const TELLING: readonly DockTab[] = ["reachability", "tests", "problems"];

export function Dock() {
  const tabs = useTabs();
  const chosen = useUi((state) => state.dockTab);
  const current = tabs.some(({ tab }) => tab === chosen) ? chosen : "reachability";
  const closed = useBoard((state) => state.closed) && TELLING.includes(current);
  const open = useUi((state) => state.dockOpen);
  const count = useProblemsCount();
  const tests = useTestsCount();
  return (
    <section aria-label="YAML, reachability, tests, problems, history and comparison" className="dock">
      {open && <DockHandle />}
      <div className="dock__head">
        <div aria-label="Below the canvas" className="dock__tabs" onKeyDown={walk} role="tablist">
          {tabs.map(({ tab, label }) => (
            <button
              aria-controls="dock-body"
              aria-selected={tab === current}
              className="dock__tab"
              id={`dock-tab-${tab}`}
              key={tab}
              onClick={() => uiStore.setState({ dockTab: tab, dockOpen: true })}
              role="tab"
              tabIndex={tab === current ? 0 : -1}
              type="button"
            >
              {label}
              {tab === "tests" && tests.all > 0 && tests.known && <TestsCount {...tests} />}
              {tab === "problems" && count > 0 && (
                <>
                  {" "}
                  <span className="dock__count">
                    {count}
                    <span className="visually-hidden"> errors and warnings</span>
                  </span>
                </>
              )}
            </button>
          ))}
        </div>
        <span className="dock__sizes">
          {open && <Larger />}
          <IconButton
            aria-expanded={open}
            className={open ? "dock__fold dock__fold--open" : "dock__fold"}
            icon="chevron"
            label={open ? "Fold this part away" : "Unfold this part"}
            look="quiet"
            onClick={() => uiStore.setState({ dockOpen: !open })}
            small
          />
        </span>
      </div>
      {open && (
        <div aria-labelledby={`dock-tab-${current}`} className="dock__body" id="dock-body" role="tabpanel">
          {current === "yaml" && <YamlTab />}
          {closed && <ClosedNote />}
          {current === "reachability" && !closed && <ReachTable />}
          {current === "tests" && !closed && <TestsTab />}
          {current === "problems" && !closed && <ProblemsTab />}
          {current === "history" && <History />}
          {current === "compare" && (
            <Suspense fallback={<p className="dock__empty">Opening…</p>}>
              <CompareTab />
            </Suspense>
          )}
        </div>
      )}
    </section>
  );
}

/** A table wants more room than the canvas at times; the same button gives it back. */
function Larger() {
  const large = useDockHeight() !== null;
  return (
    <IconButton
      aria-pressed={large}
      icon={large ? "shrink" : "grow"}
      label={large ? "Give this part its usual height" : "Make this part as high as there is room"}
      look="quiet"
      onClick={() => setDockHeight(large ? null : mostHeight())}
      small
    />
  );
}

/** A lesson may be done without YAML, or without the list of problems. */
function useTabs() {
  const yaml = useOffered("yaml");
  const problems = useOffered("problems");
  return TABS.filter(({ tab }) => (tab !== "yaml" || yaml) && (tab !== "problems" || problems));
}

/** How many expectations hold, of how many. */
function TestsCount({ all, holding }: { all: number; holding: number }) {
  return (
    <>
      {" "}
      <span className={`dock__count dock__count--${holding === all ? "good" : "bad"}`}>
        {holding}/{all}
        <span className="visually-hidden"> hold</span>
      </span>
    </>
  );
}

function walk(event: KeyboardEvent) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  const tabs = [...event.currentTarget.querySelectorAll<HTMLElement>("[role=tab]")];
  const index = tabs.findIndex((tab) => tab.ariaSelected === "true");
  const next = tabs[(index + step + tabs.length) % tabs.length];
  const tab = TABS.find(({ tab }) => next?.id === `dock-tab-${tab}`)?.tab;
  if (!tab) return;
  uiStore.setState({ dockTab: tab });
  next?.focus();
}
