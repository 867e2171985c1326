import { render } from "preact";
import { App } from "./app.tsx";
import { listen } from "./live.ts";
import { keepLook } from "./look.ts";
import { follow, loadCatalogue } from "./state.ts";
import { chooseLanguage, language } from "./words.ts";

chooseLanguage(language.value);
keepLook();
render(<App />, document.body);
// Connected before anything is asked: no change can fall between an answer and the first event.
await listen();
await loadCatalogue();
follow();
