/** Takes the page over in the browser. */

import { hydrate } from "preact";
import type { Page } from "../model/page.ts";
import { App } from "./app.tsx";

const data = document.getElementById("page")?.textContent;
const root = document.getElementById("app");
if (data && root) {
  document.documentElement.classList.add("js");
  hydrate(<App page={JSON.parse(data) as Page} />, root);
  root.dataset.ready = "true";
}
