/** Pictures that a draft names and that are not here, or not here any more. */

import { type Diagnostic, diagnose } from "../../base/diagnostic.ts";
import { type Draft, overridesOf, type PieceDraft } from "../model/draft.ts";
import { formOf } from "./form-fields.ts";
import { PICTURES } from "./request-of.ts";
import type { TemplateFacts } from "./template-facts.ts";
import type { Uploads } from "./uploads.ts";

/** @returns `asset.not-uploaded` for each that the piece would show: it is made without them */
export async function gonePictures(
  draft: Draft,
  piece: PieceDraft,
  { uploads, facts }: { readonly uploads: Pick<Uploads, "fileOf">; readonly facts: TemplateFacts },
): Promise<readonly Diagnostic[]> {
  const said = overridesOf(draft, piece);
  const gone = PICTURES.flatMap((path) => {
    const ref = said[path];
    const isGone = typeof ref === "string" && ref.startsWith("upload:") && uploads.fileOf(ref) === null;
    return isGone ? [{ path, ref }] : [];
  });
  if (gone.length === 0) return [];
  const { fields } = await formOf(facts, [piece]);
  return gone
    .filter(({ path }) => fields.some((field) => field.path === path))
    .map(({ path, ref }) =>
      diagnose("asset.not-uploaded", { name: ref.slice(0, 80) }, { path: `data.${path}` }),
    );
}
