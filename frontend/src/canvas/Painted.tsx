import { ArrowLayer } from "./ArrowLayer";
import { Dots } from "./Dots";
import { Ground } from "./Ground";
import { useArea } from "./use-area";

/** What is painted and not made of elements: the ground's dots and all arrows. It lies on the moving viewport and
 * reaches beyond the screen, so that panning moves it and paints nothing. */
export function Painted({ stale }: { stale: boolean }) {
  const area = useArea();
  return (
    <>
      <Dots area={area} />
      <ArrowLayer area={area} stale={stale} />
      <Ground area={area} />
    </>
  );
}
