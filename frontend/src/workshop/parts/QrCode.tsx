import { useWorkshop } from "@/store/workshop";
import { say } from "@/texts/workshop";
import "./qr-code.css";

/** The way in as a picture, dark on light in both themes: cameras want it so. */
export function QrCode() {
  const id = useWorkshop((held) => held.id);
  const code = useWorkshop((held) => held.state?.workshop.code ?? "");
  return <img alt={say.qrCodeToJoinWith(code)} className="qr-code" src={`/api/v1/workshops/${id}/qr/`} />;
}
