import type { Catalogue } from "../../model/catalogue.ts";
import { draftAddress } from "../../model/draft-link.ts";
import { type KeptDraft, resumeDraft } from "../local/drafts.ts";
import { Icon } from "../ui/icon.tsx";

interface SavedProps {
  readonly kept: readonly KeptDraft[];
  readonly catalogue: Catalogue;
  readonly onForget: (id: string) => void;
}

/** More would push the gallery away. */
const SHOWN = 3;

/** What was being made in this browser, to go on with. */
export const SavedDrafts = ({ kept, catalogue, onForget }: SavedProps) => (
  <section class="saved" aria-label="Bản đang soạn dở">
    {kept.slice(0, SHOWN).map(({ id, at, draft }) => {
      const known = catalogue.institutions.find((each) => each.id === draft.institution)?.short;
      const typed = draft.data["institution.name"];
      const institution = typeof typed === "string" && typed !== "" ? typed : (known ?? "Trường của bạn");
      const names = draft.pieces.flatMap(
        ({ format }) => catalogue.formats.find((each) => each.id === format)?.name ?? [],
      );
      const what = `${names.slice(0, 2).join(", ")}${names.length > 2 ? ` và ${names.length - 2} ấn phẩm khác` : ""}`;
      return (
        <div class="saved-draft" key={id}>
          <p>
            <strong>{what}</strong>
            <small>
              {institution} · sửa lúc{" "}
              {new Date(at).toLocaleString("vi", { dateStyle: "short", timeStyle: "short" })}
            </small>
          </p>
          <a
            class="button small"
            href={draftAddress("/an-pham", draft)}
            onClick={(event) => {
              // In a tab of its own it becomes a draft of its own: this tab may open another piece next.
              if (!(event.ctrlKey || event.metaKey || event.shiftKey)) resumeDraft(id);
            }}
          >
            Soạn tiếp<span class="unseen">: {what}</span>
          </a>
          <button class="button quiet small square" type="button" onClick={() => onForget(id)}>
            <Icon name="x" />
            <span class="unseen">Xóa bản nháp: {what}</span>
          </button>
        </div>
      );
    })}
  </section>
);
