import { lazy, Suspense, useEffect } from "react";
import { Notices } from "@/panels/dialogs/Notices";
import { useWorkshop } from "@/store/workshop";
import { watchWorkshop } from "@/sync/workshop";
import type { WorkshopState } from "@/wire/messages";
import { useView } from "@/workshop/address";
import { RoomPage } from "@/workshop/room/RoomPage";
import { Announcer } from "../Announcer";
import { NotLoaded, Opening } from "../Opening";
import { NoWorkshop } from "./NoWorkshop";

const unloaded = () => ({ default: NotLoaded });
// A learner's page and a canvas that is looked at bring the editor along.
const LearnerPage = lazy(() => import("./LearnerPage").then((it) => ({ default: it.LearnerPage }), unloaded));
const LookIn = lazy(() => import("./LookIn").then((it) => ({ default: it.LookIn }), unloaded));
const PresentPage = lazy(() => import("./PresentPage").then((it) => ({ default: it.PresentPage }), unloaded));

/** A workshop, as its instructor or as a learner, whoever comes. */
export function WorkshopPage({ id }: { id: string }) {
  useEffect(() => watchWorkshop(id), [id]);
  const state = useWorkshop((held) => held.state);
  const link = useWorkshop((held) => held.link);
  const title = state?.workshop.title;
  useEffect(() => {
    if (title) document.title = `${title} · Netpol Studio`;
  }, [title]);
  if (link === "unknown" || link === "removed") return <NoWorkshop why={link} />;
  if (!state) return <Opening />;
  return (
    <Suspense fallback={<Opening />}>
      {state.you === "learner" ? <LearnerPage /> : <Instructor state={state} />}
    </Suspense>
  );
}

function Instructor({ state: { workshop, room, join } }: { state: WorkshopState }) {
  const view = useView();
  if (!room || !join) return null;
  if (view.name === "present") return <PresentPage join={join} room={room} workshop={workshop} />;
  if (view.name === "canvas") return <LookIn lesson={view.lesson} room={room} seat={view.seat} workshop={workshop} />;
  return (
    <>
      <RoomPage join={join} room={room} workshop={workshop} />
      <Notices />
      <Announcer />
    </>
  );
}
