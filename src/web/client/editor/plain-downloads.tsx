/** Downloads as plain links, for browsers without script. */

import { draftToQuery } from "../../model/draft-link.ts";
import { useStore } from "./editor.tsx";

export function PlainDownloads() {
  const { draft, format } = useStore();
  const query = draftToQuery(draft.value);
  const isPrint = format.value.medium === "print";
  return (
    <section class="plain-only plain-downloads" id="tai-ve" aria-labelledby="tai-ve-ten">
      <h2 id="tai-ve-ten">{draft.value.pieces.length > 1 ? `Tải về: ${format.value.name}` : "Tải về"}</h2>
      <ul>
        {isPrint && (
          <li>
            <a class="button call" href={`/form/file?${query}&as=print`}>
              PDF cho nhà in
            </a>
          </li>
        )}
        {isPrint && (
          <li>
            <a class="button" href={`/form/file?${query}&as=ticket`}>
              Phiếu đặt in
            </a>
          </li>
        )}
        <li>
          <a class="button" href={`/form/file?${query}&as=png`}>
            Ảnh PNG
          </a>
        </li>
        <li>
          <a class="button" href={`/form/file?${query}&as=pdf`}>
            PDF để xem
          </a>
        </li>
        {draft.value.pieces.length > 1 && (
          <li>
            <a class="button" href={`/form/set?${query}`}>
              Cả bộ (ZIP)
            </a>
          </li>
        )}
      </ul>
    </section>
  );
}
