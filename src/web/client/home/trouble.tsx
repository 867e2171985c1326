import type { TroublePage } from "../../model/page.ts";
import { Icon } from "../ui/icon.tsx";

export const Trouble = ({ page }: { readonly page: TroublePage }) => (
  <main class="trouble">
    <h1>{page.title}</h1>
    {page.lines.map((line) => (
      <p class="note error" key={line}>
        <Icon name="circle-alert" />
        {line}
      </p>
    ))}
    <p class="actions">
      <a class="button deep" href="/">
        Về trang đầu
      </a>
    </p>
    <p class="hint">Nội dung bạn đã điền không mất: bấm nút Quay lại của trình duyệt để sửa.</p>
  </main>
);
