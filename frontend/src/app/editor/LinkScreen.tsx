import { Button } from "@/panels/parts/Button";
import { useBoard } from "@/store/use";
import "./link-screen.css";

/** Over the editor when the server speaks another protocol than this page: only a reload can go on. */
export function LinkScreen() {
  const outdated = useBoard((state) => state.link === "outdated");
  const pending = useBoard((state) => state.pending.length);
  if (!outdated) return null;
  return (
    <div aria-labelledby="link-screen" aria-modal="true" className="link-screen" role="alertdialog">
      <div className="link-screen__card">
        <h2 id="link-screen">Netpol Studio was updated</h2>
        <p>This page is older than the server. Reload it to go on.</p>
        {pending > 0 && <p>What is not saved yet is kept in this tab and sent after the reload.</p>}
        <Button autoFocus look="primary" onClick={() => location.reload()}>
          Reload the page
        </Button>
      </div>
    </div>
  );
}
