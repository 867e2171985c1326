/**
 * Downloads for browsers without script: plain links, and buttons of the form that they stand in where no address has
 * room for the draft.
 */

import { draftToQuery, hasRoom } from "../../model/draft-link.ts";
import { useStore } from "./editor.tsx";

export function PlainDownloads() {
  const { draft, format } = useStore();
  const isPrint = format.value.medium === "print";
  return (
    <section class="plain-only plain-downloads" id="tai-ve" aria-labelledby="tai-ve-ten">
      <h2 id="tai-ve-ten">{draft.value.pieces.length > 1 ? `Tải về: ${format.value.name}` : "Tải về"}</h2>
      <ul>
        {isPrint && <Download as="print" name="PDF cho nhà in" isCall />}
        {isPrint && <Download as="ticket" name="Phiếu đặt in" />}
        <Download as="png" name="Ảnh PNG" />
        <Download as="pdf" name="PDF để xem" />
        {draft.value.pieces.length > 1 && <Download as={null} name="Cả bộ (ZIP)" />}
      </ul>
    </section>
  );
}

interface DownloadProps {
  /** `null` for all pieces. */
  readonly as: "print" | "ticket" | "png" | "pdf" | null;
  readonly name: string;
  readonly isCall?: boolean;
}

function Download({ as, name, isCall = false }: DownloadProps) {
  const { draft } = useStore();
  const path = as === null ? "/form/set" : "/form/file";
  const look = isCall ? "button call" : "button";
  return (
    <li>
      {hasRoom(draft.value) ? (
        <a class={look} href={`${path}?${draftToQuery(draft.value)}${as === null ? "" : `&as=${as}`}`}>
          {name}
        </a>
      ) : (
        <button class={look} type="submit" formaction={path} name="as" value={as ?? ""}>
          {name}
        </button>
      )}
    </li>
  );
}
