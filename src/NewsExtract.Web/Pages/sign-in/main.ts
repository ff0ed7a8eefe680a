import { html, nothing, render } from "lit-html";
import { line, post, Problem } from "../shell/api.ts";
import { t } from "../shell/language.ts";
import { main, say, start } from "../shell/shell.ts";

/** Back to where one came from, on this server only. */
function goOn(): void {
  const then = new URLSearchParams(location.search).get("then") ?? "/";
  const target = URL.canParse(then, location.origin) ? new URL(then, location.origin).href : "";
  // The whole address, since a path alone may begin with two slashes, and then names a host.
  location.assign(target.startsWith(`${location.origin}/`) ? target : "/");
}

async function signIn(event: SubmitEvent): Promise<void> {
  event.preventDefault();
  const box = (event.target as HTMLFormElement).querySelector<HTMLInputElement>("input[type=password]")!;
  try {
    await post("/session", { token: box.value.trim() });
    goOn();
  } catch (error) {
    wrong = error instanceof Problem && error.status === 401;
    draw();
    if (!wrong) say(line(error), "error");
    box.select();
  }
}

let wrong = false;

/** The name is for the browser's own store of passwords, which keeps none without one. */
const draw = () => render(html`
  <form class="sign-in" @submit=${(event: SubmitEvent) => void signIn(event)}>
    <h1>${t("signIn")}</h1>
    <p>${t("signInHint")}</p>
    <input type="text" name="username" autocomplete="username" value="newsextract" readonly hidden>
    <label>${t("token")}<input type="password" name="token" autocomplete="current-password" required aria-invalid=${wrong ? "true" : nothing} aria-describedby="wrong"></label>
    <p id="wrong" class="mark low" role="alert">${wrong ? t("wrongToken") : nothing}</p>
    <p class="buttons"><button class="primary">${t("signIn")}</button></p>
  </form>`, main());

const session = await start("signIn");
if (session?.signedIn || session?.auth === "open") goOn(); else draw();
