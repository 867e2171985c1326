import type { Page } from "../model/page.ts";
import { Editor } from "./editor/editor.tsx";
import { Home } from "./home/home.tsx";
import { Trouble } from "./home/trouble.tsx";
import { Rows } from "./rows/rows.tsx";

/** The page that the server chose. */
export function App({ page }: { readonly page: Page }) {
  switch (page.kind) {
    case "home":
      return <Home page={page} />;
    case "editor":
      return <Editor page={page} />;
    case "rows":
      return <Rows page={page} />;
    case "trouble":
      return <Trouble page={page} />;
  }
}
