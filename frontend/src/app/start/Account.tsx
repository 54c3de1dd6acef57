import { Icon } from "@/panels/parts/Icon";
import { useRequest } from "@/panels/parts/use-request";
import { say } from "@/texts/start";
import type { Me } from "@/wire/messages";

/** The way to sign in, or to the account that is signed in. */
export function Account() {
  const { answer } = useRequest<Me>("me/");
  if (!answer) return null;
  if (answer.name === null) {
    return (
      <a className="button button--plain start__account" href="/account/sign-in/">
        {say.signIn}
      </a>
    );
  }
  return (
    <a className="button button--plain start__account" href="/account/" title={say.yourAccount}>
      <Icon name="people" />
      <span className="ellipsis">{answer.name}</span>
    </a>
  );
}
