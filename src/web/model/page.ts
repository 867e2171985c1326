/** What a page is made from; the server gathers it, the page's components draw it, in the browser once more. */

import type { Diagnostic } from "../../base/diagnostic.ts";
import type { Catalogue } from "./catalogue.ts";
import type { Draft } from "./draft.ts";
import type { BaseValues, Form, PreviewReply } from "./form.ts";
import type { ColumnChoice } from "./rows.ts";

export interface HomePage {
  readonly kind: "home";
  readonly catalogue: Catalogue;
  readonly draft: Draft;
  /** Chosen use, `null` for the pieces asked for most. */
  readonly use: string | null;
  /** Why pieces of the link are not there. */
  readonly gone: readonly Diagnostic[];
}

export interface EditorPage {
  readonly kind: "editor";
  readonly catalogue: Catalogue;
  readonly draft: Draft;
  readonly form: Form;
  readonly base: BaseValues;
  /** Of the active piece, for what is shown before the browser's own first one; `null` when it cannot be made. */
  readonly first: PreviewReply | null;
  /** Its pages as `data:` addresses where no other has room for the draft; else empty. */
  readonly pictures: readonly string[];
  /** Why pieces of the link are not there. */
  readonly gone: readonly Diagnostic[];
}

/** Many pieces from the rows of a table. */
export interface RowsPage {
  readonly kind: "rows";
  readonly catalogue: Catalogue;
  readonly draft: Draft;
  readonly choices: readonly ColumnChoice[];
}

/** An error told as a page. */
export interface TroublePage {
  readonly kind: "trouble";
  readonly title: string;
  readonly lines: readonly string[];
}

export type Page = HomePage | EditorPage | RowsPage | TroublePage;

/** Addresses of the built files. */
export interface PageAssets {
  readonly script: string;
  readonly style: string;
  readonly fonts: readonly string[];
  /** Chunks that the script needs at once. */
  readonly preload: readonly string[];
}

export interface PageRenderer {
  /** A whole HTML document. */
  readonly renderPage: (page: Page, assets: PageAssets) => string;
}
