import { type Diagnostic, diagnose } from "../../base/diagnostic.ts";
import { unknownId } from "../../resolve/known-ids.ts";
import { idOf } from "../../run/choose.ts";
import type { Catalogue } from "../model/catalogue.ts";
import type { PieceDraft } from "../model/draft.ts";

/** Why pieces of a link are not there: its template, its format, or that format of that template. */
export const goneFindings = (
  gone: readonly PieceDraft[],
  { templates, formats }: Pick<Catalogue, "templates" | "formats">,
): readonly Diagnostic[] =>
  gone.map(({ template, format }) => {
    const offering = templates.find(({ id }) => id === template);
    if (!offering) return unknownId("template", template, templates.map(idOf));
    if (!formats.some(({ id }) => id === format)) return unknownId("format", format, formats.map(idOf));
    return diagnose(
      "request.format-not-offered",
      { template, format, offered: offering.formats.join(", ") },
      { path: "format" },
    );
  });
