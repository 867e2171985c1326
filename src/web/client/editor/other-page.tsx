/** A page that does not lie open: on paper it stands with the others, and so it does where no script turns pages. */

import { hasRoom } from "../../model/draft-link.ts";
import { firstPicture } from "../../model/first-picture.ts";
import { useStore } from "./editor.tsx";

export function OtherPage({ page }: { readonly page: number }) {
  const { format, view, draft, firstPictures } = useStore();
  const { pictures, isRefused } = view.value;
  if (isRefused) return null;
  const isFirst = Object.keys(pictures).length === 0;
  const { name, width, height, shape } = format.value;
  const picture = hasRoom(draft.value)
    ? firstPicture(draft.value, page, format.value)
    : isFirst
      ? firstPictures[page]
      : undefined;
  if (picture === undefined)
    return <p class="print-only">Trang {page + 1}: nội dung dài quá nên chỉ có trong tệp “PDF để xem”.</p>;
  return (
    <div class={`sheet other ${shape}`}>
      {/* Browsers load it for paper, or where it is seen. */}
      <img
        src={picture}
        loading="lazy"
        width={Math.round(width)}
        height={Math.round(height)}
        alt={`${name}, trang ${page + 1}`}
        style={{ "--ratio": `${width / height}` }}
      />
    </div>
  );
}
