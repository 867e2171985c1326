import type { Catalogue } from "../../model/catalogue.ts";
import type { Draft } from "../../model/draft.ts";
import { draftToQuery } from "../../model/draft-link.ts";

/** What was being made when this browser was last closed. */
export function SavedDraft({ draft, catalogue }: { readonly draft: Draft; readonly catalogue: Catalogue }) {
  const institution = catalogue.institutions.find(({ id }) => id === draft.institution)?.name;
  const names = draft.pieces.flatMap(
    ({ format }) => catalogue.formats.find(({ id }) => id === format)?.name ?? [],
  );
  return (
    <section class="saved" aria-label="Bản đang soạn">
      <p>
        <strong>Bản đang soạn dở:</strong> {names.slice(0, 3).join(", ")}
        {names.length > 3 ? ` và ${names.length - 3} ấn phẩm khác` : ""}
        {institution ? ` · ${institution}` : ""}
      </p>
      <a class="button small" href={`/an-pham?${draftToQuery(draft)}`}>
        Soạn tiếp
      </a>
    </section>
  );
}
