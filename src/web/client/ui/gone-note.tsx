/** Pieces of a link that are no longer there, told where the others open. */

import type { Diagnostic } from "../../../base/diagnostic.ts";
import { Icon } from "./icon.tsx";

export const GoneNote = ({ gone }: { readonly gone: readonly Diagnostic[] }) =>
  gone.length === 0 ? null : (
    <p class="note warning gone" role="status">
      <Icon name="triangle-alert" />
      <span>
        Liên kết này có ấn phẩm nay không còn: {gone.map(({ message }) => message.vi).join(" ")} Nội dung và
        các ấn phẩm khác vẫn nguyên; hãy chọn ấn phẩm khác để thay.
      </span>
    </p>
  );
