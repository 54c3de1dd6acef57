import { Button } from "@/panels/parts/Button";
import { useBoard } from "@/store/use";
import { say } from "@/texts/app";
import "./link-screen.css";

/** Over the editor when the server speaks another protocol than this page: only a reload can go on. */
export function LinkScreen() {
  const outdated = useBoard((state) => state.link === "outdated");
  const pending = useBoard((state) => state.pending.length);
  if (!outdated) return null;
  return (
    <div aria-labelledby="link-screen" aria-modal="true" className="link-screen" role="alertdialog">
      <div className="link-screen__card">
        <h2 id="link-screen">{say.netpolStudioWasUpdated}</h2>
        <p>{say.thisPageIsOlderThanThe}</p>
        {pending > 0 && <p>{say.whatIsNotSavedYetIs}</p>}
        <Button autoFocus look="primary" onClick={() => location.reload()}>
          {say.reloadThePage}
        </Button>
      </div>
    </div>
  );
}
