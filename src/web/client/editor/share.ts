import { draftAddress } from "../../model/draft-link.ts";
import type { Store } from "./store.ts";

/** The address that opens this draft again, on any machine that reaches the server. */
export const linkOf = ({ draft }: Store): string =>
  `${location.origin}${draftAddress(location.pathname, draft.value)}`;

export async function shareLink(store: Store): Promise<void> {
  const link = linkOf(store);
  const photo = store.fieldValue("photo.file") === null ? "" : " Ảnh đã gửi nằm trên máy chủ này.";
  try {
    await navigator.clipboard.writeText(link);
    store.toast.value = { text: `Đã chép liên kết mở lại đúng bản này.${photo}`, action: null };
  } catch {
    store.toast.value = {
      text: "Trình duyệt không cho chép. Hãy chép địa chỉ trên thanh địa chỉ.",
      action: null,
    };
  }
}
