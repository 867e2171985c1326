/** Many pieces from a table: the frame of the page; what it needs for tables is loaded when it is opened. */

import { useEffect, useState } from "preact/hooks";
import { activePiece } from "../../model/draft.ts";
import { draftAddress } from "../../model/draft-link.ts";
import type { RowsPage } from "../../model/page.ts";
import { draftBehind } from "../local/unsaved.ts";
import { ErrorNote } from "../ui/error-note.tsx";
import { Brand, Icon } from "../ui/icon.tsx";
import { holdStrayFiles } from "../ui/stray-files.ts";

type Steps = typeof import("./steps.tsx").RowsSteps;

export function Rows({ page }: { readonly page: RowsPage }) {
  const { catalogue } = page;
  const [draft, setDraft] = useState(page.draft);
  const format = catalogue.formats.find(({ id }) => id === activePiece(draft)?.format);
  const [loaded, setLoaded] = useState<{ readonly Steps: Steps } | null>(null);
  const [isAway, setAway] = useState(false);
  useEffect(() => {
    const behind = draftBehind(catalogue);
    if (behind) setDraft(behind);
    import("./steps.tsx").then(
      ({ RowsSteps }) => setLoaded({ Steps: RowsSteps }),
      () => setAway(true),
    );
    return holdStrayFiles();
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
          <div>{format?.name}</div>
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
        ) : isAway ? (
          <ErrorNote role="alert">
            Chưa mở được vì máy chủ chưa trả lời. Chờ một lát rồi tải lại trang.
          </ErrorNote>
        ) : (
          <p class="empty">Đang mở… Phần này cần trình duyệt bật JavaScript.</p>
        )}
      </main>
    </>
  );
}
