import { Button } from "@/panels/parts/Button";
import { announce } from "@/store/board";
import { raiseHand } from "@/sync/workshop";
import { say } from "@/texts/workshop-seat";

/** "I am stuck": the instructor sees the hand, until it is lowered by either. */
export function Hand({ up }: { up: boolean }) {
  const turn = async () => {
    if (await raiseHand(!up)) announce(up ? say.yourHandIsDown : say.yourHandIsUpTheInstructor);
  };
  return (
    <Button aria-pressed={up} className={up ? "hand hand--up" : "hand"} icon="hand" onClick={() => void turn()}>
      {up ? say.handIsUpLowerIt : say.iAmStuck}
    </Button>
  );
}
