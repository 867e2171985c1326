/** Many pieces from a table: the frame of the page; what it needs for tables is loaded when it is opened. */

import { useEffect, useState } from "preact/hooks";
import { activePiece } from "../../model/draft.ts";
import { draftToQuery } from "../../model/draft-link.ts";
import type { RowsPage } from "../../model/page.ts";
import { Brand, Icon } from "../ui/icon.tsx";

type Steps = typeof import("./steps.tsx").RowsSteps;

export function Rows({ page }: { readonly page: RowsPage }) {
  const { draft, catalogue } = page;
  const format = catalogue.formats.find(({ id }) => id === activePiece(draft)?.format);
  const [loaded, setLoaded] = useState<{ readonly Steps: Steps } | null>(null);
  useEffect(() => {
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
        <a class="button quiet" href={`/an-pham?${draftToQuery(draft)}`}>
          <Icon name="arrow-left" />
          <span class="wide-only">Về bản đang soạn</span>
          <span class="unseen">: về bản đang soạn</span>
        </a>
      </header>
      <main class="rows-page">
        {loaded ? (
          <loaded.Steps page={page} />
        ) : (
          <p class="empty">Đang mở… Phần này cần trình duyệt bật JavaScript.</p>
        )}
      </main>
    </>
  );
}
