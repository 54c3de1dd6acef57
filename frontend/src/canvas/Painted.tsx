import { ArrowLayer } from "./ArrowLayer";
import { Ground } from "./Ground";
import { useArea } from "./use-area";
import { useStale } from "./use-stale";

/** What is painted and not made of elements: the ground's dots and all arrows. It lies on the moving viewport and
 * reaches beyond the screen, so that panning moves it and paints nothing. */
export function Painted() {
  const area = useArea();
  const stale = useStale().length > 0;
  return (
    <>
      <ArrowLayer area={area} stale={stale} />
      <Ground />
    </>
  );
}
