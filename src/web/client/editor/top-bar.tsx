import { useSignal } from "@preact/signals";
import { draftToQuery } from "../../model/draft-link.ts";
import { Brand, Icon } from "../ui/icon.tsx";
import { DownloadDialog } from "./download.tsx";
import { useStore } from "./editor.tsx";
import { shareLink } from "./share.ts";

export function TopBar() {
  const store = useStore();
  const { draft, catalogue, canUndo, canRedo, format } = store;
  const isOpen = useSignal(false);
  const institution = catalogue.institutions.find(({ id }) => id === draft.value.institution);
  const typed = draft.value.data["institution.name"];
  const name = typeof typed === "string" && typed !== "" ? typed : (institution?.short ?? "Trường của bạn");
  const share = async () => {
    store.toast.value = { text: await shareLink(store), action: null };
  };
  const back = draftToQuery({ ...draft.value, pieces: [], data: {}, active: 0 });
  return (
    <header class="top-bar">
      <a class="brand" href={`/?${back}`} title="Chọn ấn phẩm khác">
        <Brand />
        <span class="wide-only">anpham</span>
        <span class="unseen">: chọn ấn phẩm khác</span>
      </a>
      <div class="top-title">
        <h1>{format.value.name}</h1>
        <div>{name}</div>
        <div class="print-only">
          In từ màn hình để xem, không đúng khổ và màu. Để dùng thật, hãy tải tệp bằng nút “Tải về”.
        </div>
      </div>
      <div class="top-tools live-only">
        <button
          class="button quiet square"
          type="button"
          aria-disabled={!canUndo.value}
          onClick={store.undo}
          title="Hoàn tác (Ctrl+Z)"
        >
          <Icon name="undo-2" />
          <span class="unseen">Hoàn tác</span>
        </button>
        <button
          class="button quiet square"
          type="button"
          aria-disabled={!canRedo.value}
          onClick={store.redo}
          title="Làm lại (Ctrl+Y)"
        >
          <Icon name="redo-2" />
          <span class="unseen">Làm lại</span>
        </button>
        <button
          class="button quiet wide-only"
          type="button"
          onClick={() => void share()}
          title="Chép liên kết mở lại đúng bản này"
        >
          <Icon name="link" />
          Liên kết
        </button>
        <button class="button call" type="button" onClick={() => (isOpen.value = true)}>
          <Icon name="download" />
          Tải về
        </button>
      </div>
      <div class="top-tools plain-only">
        <a class="button call" href="#tai-ve">
          <Icon name="download" />
          Tải về
        </a>
      </div>
      {isOpen.value && <DownloadDialog onClose={() => (isOpen.value = false)} />}
    </header>
  );
}
