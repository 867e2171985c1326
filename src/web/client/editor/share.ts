import { draftAddress } from "../../model/draft-link.ts";
import type { Store } from "./store.ts";

/** The address that opens this draft again, on any machine that reaches the server. */
export const linkOf = ({ draft }: Store): string =>
  `${location.origin}${draftAddress(location.pathname, draft.value)}`;

/** @returns what became of it, in a sentence */
export async function shareLink(store: Store): Promise<string> {
  const link = linkOf(store);
  const photo = store.fieldValue("photo.file") === null ? "" : " Ảnh đã gửi nằm trên máy chủ này.";
  try {
    await navigator.clipboard.writeText(link);
    return `Đã chép liên kết mở lại đúng bản này.${photo}`;
  } catch {
    return "Trình duyệt không cho chép. Hãy chép địa chỉ trên thanh địa chỉ.";
  }
}
