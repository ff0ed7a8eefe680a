import { html, render } from "lit-html";
import { line, post } from "../shell/api.ts";
import { t } from "../shell/language.ts";
import { main, say, start } from "../shell/shell.ts";

/** Back to where one came from, on this server only. */
function goOn(): void {
  const then = new URLSearchParams(location.search).get("then") ?? "/";
  const target = new URL(then, location.origin);
  location.assign(target.origin === location.origin ? target.pathname + target.search : "/");
}

async function signIn(event: SubmitEvent): Promise<void> {
  event.preventDefault();
  const box = (event.target as HTMLFormElement).querySelector("input")!;
  try {
    await post("/session", { token: box.value.trim() });
    goOn();
  } catch (error) {
    say(line(error), "error");
    box.select();
  }
}

const session = await start("signIn");
if (session?.signedIn || session?.auth === "open") goOn();
else render(html`
  <form class="sign-in" @submit=${(event: SubmitEvent) => void signIn(event)}>
    <h1>${t("signIn")}</h1>
    <p>${t("signInHint")}</p>
    <label>${t("token")}<input type="password" name="token" autocomplete="current-password" required></label>
    <p class="buttons"><button class="primary">${t("signIn")}</button></p>
  </form>`, main());
