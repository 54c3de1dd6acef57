import { Button } from "@/panels/parts/Button";
import { announce } from "@/store/board";
import { raiseHand } from "@/sync/workshop";

/** "I am stuck": the instructor sees the hand, until it is lowered by either. */
export function Hand({ up }: { up: boolean }) {
  const turn = async () => {
    if (await raiseHand(!up)) announce(up ? "Your hand is down." : "Your hand is up. The instructor sees it.");
  };
  return (
    <Button aria-pressed={up} className={up ? "hand hand--up" : "hand"} icon="hand" onClick={() => void turn()}>
      {up ? "Hand is up: lower it" : "I am stuck"}
    </Button>
  );
}
