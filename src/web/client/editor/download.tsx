/** Taking away: what for, in words; the file follows from it. */

import { useSignal } from "@preact/signals";
import { draftToQuery } from "../../model/draft-link.ts";
import { Dialog } from "../ui/dialog.tsx";
import { ErrorNote } from "../ui/error-note.tsx";
import { Icon, type IconName } from "../ui/icon.tsx";
import { askFile, RefusedError } from "./api.ts";
import { useStore } from "./editor.tsx";
import { plainFindings } from "./plain-words.ts";
import { linkOf, shareLink } from "./share.ts";

interface Wanted {
  readonly as: "print" | "pdf" | "png" | "jpeg" | "ticket";
  readonly icon: IconName;
  readonly name: string;
  readonly why: string;
}

const FOR_PRINT: Wanted = {
  as: "print",
  icon: "printer",
  name: "PDF cho nhà in",
  why: "Màu CMYK, có tràn lề, chuẩn PDF/X-4. Gửi tệp này là in được.",
};
const TICKET: Wanted = {
  as: "ticket",
  icon: "file-text",
  name: "Phiếu đặt in",
  why: "Một trang A4: khổ, chất liệu, gia công, mã tệp. Gửi kèm cho nhà in.",
};
const TO_VIEW: Wanted = {
  as: "pdf",
  icon: "eye",
  name: "PDF để xem",
  why: "Nhẹ, gửi Zalo hoặc thư điện tử để duyệt.",
};
const picture = (size: string): readonly Wanted[] => [
  { as: "png", icon: "image", name: "Ảnh PNG", why: `${size}. Nét nhất, để đăng mạng xã hội.` },
  { as: "jpeg", icon: "image", name: "Ảnh JPEG", why: `${size}. Nhẹ hơn, gửi tin nhắn nhanh.` },
];

export function DownloadDialog({ onClose }: { readonly onClose: () => void }) {
  const store = useStore();
  const { format, draft, catalogue } = store;
  const profile = useSignal(format.value.profile);
  const busy = useSignal<string | null>(null);
  const trouble = useSignal<string | null>(null);
  const done = useSignal<File | null>(null);
  const shared = useSignal<string | null>(null);
  const isPrint = format.value.medium === "print";
  const size = format.value.pixels
    ? `${format.value.pixels.width} × ${format.value.pixels.height} px, đúng khổ nền tảng`
    : "Cạnh dài 2400 px";
  const wanted = isPrint ? [FOR_PRINT, TICKET, ...picture(size), TO_VIEW] : [...picture(size), TO_VIEW];
  const errors = store.findings.value.filter(({ severity }) => severity !== "note");
  const chosen = catalogue.profiles.find(({ id }) => id === profile.value);

  const take = async (id: string, path: string, query: URLSearchParams) => {
    if (busy.value !== null) return;
    busy.value = id;
    trouble.value = null;
    shared.value = null;
    try {
      const file = await askFile(path, query);
      save(file);
      done.value = file;
    } catch (thrown) {
      trouble.value =
        thrown instanceof RefusedError
          ? `${thrown.message} ${plainFindings(thrown.refused.diagnostics)[0]?.text ?? ""}`
          : "Máy chủ chưa trả lời. Nội dung vẫn còn nguyên; chờ một lát rồi bấm lại.";
    }
    busy.value = null;
  };
  const share = async () => {
    shared.value = await shareLink(store);
  };
  const piece = (as: Wanted["as"]) => {
    const query = draftToQuery(draft.value);
    query.set("as", as);
    if (as === "print" || as === "ticket") query.set("profile", profile.value);
    void take(as, "/form/file", query);
  };
  const canShare =
    done.value !== null &&
    typeof navigator.canShare === "function" &&
    navigator.canShare({ files: [done.value] });
  return (
    <Dialog title={`Tải về: ${format.value.name}`} onClose={onClose}>
      {errors.length > 0 && (
        <p class="note warning">
          <Icon name="triangle-alert" />
          <span>
            {store.form.value.fields.find(({ path }) => path === errors[0]!.path)?.label ?? "Lưu ý"}:{" "}
            {errors[0]!.text}
            {errors.length > 1 ? ` Và ${errors.length - 1} điều khác.` : ""} Nên sửa trước khi in.
          </span>
        </p>
      )}
      <ul class="takes">
        {wanted.map(({ as, icon, name, why }) => (
          <li key={as}>
            <button type="button" class="take" aria-disabled={busy.value !== null} onClick={() => piece(as)}>
              <Icon name={icon} />
              <span>
                <strong>{name}</strong>
                <small>{why}</small>
              </span>
              <span class="take-state">{busy.value === as ? "Đang làm…" : <Icon name="download" />}</span>
            </button>
            {as === "print" && catalogue.profiles.length > 1 && (
              <div class="take-more">
                <label for="profile">In ở đâu, bằng gì</label>
                <select
                  class="input"
                  id="profile"
                  value={profile.value}
                  onChange={(event) => (profile.value = event.currentTarget.value)}
                >
                  {catalogue.profiles.map(({ id, name: words }) => (
                    <option value={id} key={id} selected={id === profile.value}>
                      {words}
                      {id === format.value.profile ? " (hợp với khổ này)" : ""}
                    </option>
                  ))}
                </select>
                {chosen && <p class="hint">{chosen.use}.</p>}
              </div>
            )}
          </li>
        ))}
        {draft.value.pieces.length > 1 && (
          <li>
            <button
              type="button"
              class="take"
              aria-disabled={busy.value !== null}
              onClick={() => void take("set", "/form/set", draftToQuery(draft.value))}
            >
              <Icon name="layers" />
              <span>
                <strong>Cả bộ {draft.value.pieces.length} ấn phẩm (ZIP)</strong>
                <small>PDF cho nhà in và ảnh PNG của từng ấn phẩm.</small>
              </span>
              <span class="take-state">{busy.value === "set" ? "Đang làm…" : <Icon name="download" />}</span>
            </button>
          </li>
        )}
      </ul>
      <div role="status" aria-live="polite">
        {busy.value !== null && <span class="unseen">Đang làm tệp</span>}
        {trouble.value !== null && <ErrorNote>{trouble.value}</ErrorNote>}
        {shared.value !== null && (
          <p class="note">
            <Icon name="info" />
            <span>{shared.value}</span>
          </p>
        )}
        {done.value !== null && busy.value === null && trouble.value === null && (
          <p class="note good">
            <Icon name="circle-check" />
            <span>
              Đã tải <strong>{done.value.name}</strong> ({kilobytes(done.value.size)}).
            </span>
          </p>
        )}
      </div>
      <div class="dialog-actions">
        {canShare && done.value && (
          <button
            class="button deep"
            type="button"
            onClick={() =>
              void navigator.share({ files: [done.value!], title: format.value.name }).catch(() => undefined)
            }
          >
            <Icon name="share-2" />
            Chia sẻ tệp vừa tải
          </button>
        )}
        <button class="button" type="button" onClick={() => void share()} title={linkOf(store)}>
          <Icon name="link" />
          Chép liên kết của bản này
        </button>
      </div>
    </Dialog>
  );
}

function save(file: File): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = file.name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

const kilobytes = (bytes: number): string =>
  bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${(bytes / 1024 / 1024).toFixed(1).replace(".", ",")} MB`;
