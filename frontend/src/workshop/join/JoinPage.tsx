import { useEffect, useState } from "react";
import { ThemeSwitch } from "@/panels/parts/ThemeSwitch";
import { say } from "@/texts/workshop-join";
import type { Door } from "@/wire/messages";
import { WorkshopTop } from "../parts/WorkshopTop";
import { CodeStep } from "./CodeStep";
import { NameStep } from "./NameStep";
import { ReturnStep } from "./ReturnStep";
import "@/panels/parts/field.css";
import "./join-page.css";

type Step = { name: "code" } | { name: "nickname"; code: string; door: Door } | { name: "return" };

/** The way into a workshop: its code, then a nickname; or one's own code, for whoever was here before. */
export function JoinPage({ code }: { code: string }) {
  const lost = new URLSearchParams(location.search).has("lost");
  const [step, setStep] = useState<Step>(lost ? { name: "return" } : { name: "code" });
  useEffect(() => {
    document.title = say.joinAWorkshopNetpolStudio;
  }, []);
  return (
    <div className="join">
      <WorkshopTop title={say.netpolStudio}>
        <span className="workshop-top__space" />
        <ThemeSwitch />
      </WorkshopTop>
      <main className="join__middle">
        {step.name === "code" && (
          <CodeStep
            code={code}
            onDoor={(found, door) => setStep({ name: "nickname", code: found, door })}
            onReturn={() => setStep({ name: "return" })}
          />
        )}
        {step.name === "nickname" && (
          <NameStep code={step.code} door={step.door} onBack={() => setStep({ name: "code" })} />
        )}
        {step.name === "return" && <ReturnStep lost={lost} onBack={() => setStep({ name: "code" })} />}
      </main>
    </div>
  );
}
