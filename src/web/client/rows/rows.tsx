/** Many pieces from a table: the frame of the page; what it needs for tables is loaded when it is opened. */

import { useEffect, useState } from "preact/hooks";
import { activePiece } from "../../model/draft.ts";
import { draftAddress } from "../../model/draft-link.ts";
import type { RowsPage } from "../../model/page.ts";
import { meantDraft } from "../local/unsaved.ts";
import { Brand, Icon } from "../ui/icon.tsx";

type Steps = typeof import("./steps.tsx").RowsSteps;

export function Rows({ page }: { readonly page: RowsPage }) {
  const { catalogue } = page;
  const [draft, setDraft] = useState(page.draft);
  const format = catalogue.formats.find(({ id }) => id === activePiece(draft)?.format);
  const [loaded, setLoaded] = useState<{ readonly Steps: Steps } | null>(null);
  useEffect(() => {
    const meant = meantDraft(catalogue);
    if (meant) setDraft(meant);
    void import("./steps.tsx").then(({ RowsSteps }) => setLoaded({ Steps: RowsSteps }));
  }, []);
  return (
    <>
      <header class="top-bar rows-top">
        <a class="brand" href="/">
          <Brand />
          <span class="wide-only">anpham</span>
          <span class="unseen">: trang đầu</span>
        </a>
        <div class="top-title">
          <h1>Làm hàng loạt từ bảng</h1>
          <p>{format?.name}</p>
        </div>
        <a class="button quiet" href={draftAddress("/an-pham", draft)}>
          <Icon name="arrow-left" />
          <span class="wide-only">Về bản đang soạn</span>
          <span class="unseen">: về bản đang soạn</span>
        </a>
      </header>
      <main class="rows-page">
        {loaded ? (
          <loaded.Steps page={{ ...page, draft }} />
        ) : (
          <p class="empty">Đang mở… Phần này cần trình duyệt bật JavaScript.</p>
        )}
      </main>
    </>
  );
}
