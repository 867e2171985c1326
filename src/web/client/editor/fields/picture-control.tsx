/** A photo or a logo: sent in, shown, cropped, taken away. */

import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { Upload } from "../../../model/form.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { Icon } from "../../ui/icon.tsx";
import { RefusedError, send } from "../api.ts";
import { useStore } from "../editor.tsx";
import type { ControlProps } from "./field.tsx";

const MOST_BYTES = 40 * 1024 * 1024;

export const uploadAddress = (ref: string): string => `/form/upload/${ref.replace(/^upload:/, "")}`;

export function PictureControl({ field, describedBy }: ControlProps) {
  const store = useStore();
  const { path, label, control } = field;
  const input = useRef<HTMLInputElement>(null);
  const trouble = useSignal<string | null>(null);
  const isBusy = useSignal(false);
  const isDropping = useSignal(false);
  const value = store.fieldValue(path);
  const ref = typeof value === "string" && value.startsWith("upload:") ? value : null;
  const isPhoto = control === "photo";
  /** Said where sending another one came to nothing. */
  const still = ref === null ? "" : " Ảnh cũ vẫn giữ nguyên.";

  /** Another photo has another point to keep in view. */
  const put = (next: unknown) =>
    store.sayAll({ [path]: next, ...(isPhoto ? { "photo.focus.x": null, "photo.focus.y": null } : {}) });
  const remove = () => {
    put(store.base.value[path] ?? null);
    input.current?.focus();
  };

  const take = async (file: File | undefined) => {
    if (!file) return;
    trouble.value = null;
    if (file.size > MOST_BYTES) {
      trouble.value = `“${file.name}” nặng quá 40 MB. Hãy gửi ảnh nhỏ hơn.${still}`;
      return;
    }
    isBusy.value = true;
    try {
      const upload = await send<Upload>("/form/upload", file, file.name);
      put(upload.ref);
      trouble.value = upload.notes[0] ?? null;
    } catch (thrown) {
      trouble.value =
        thrown instanceof RefusedError
          ? `${thrown.told}${still}`
          : "Chưa gửi được ảnh vì máy chủ chưa trả lời. Hãy thử lại; nội dung khác không mất.";
    }
    isBusy.value = false;
    if (input.current) input.current.value = "";
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping a file is one more way; the button is the first
    <div
      class={`picture live-only${isDropping.value ? " dropping" : ""}`}
      onDragOver={(event) => {
        event.preventDefault();
        isDropping.value = true;
      }}
      onDragLeave={() => (isDropping.value = false)}
      onDrop={(event) => {
        event.preventDefault();
        isDropping.value = false;
        void take(event.dataTransfer?.files[0]);
      }}
    >
      {ref &&
        (isPhoto ? <FocusPoint picture={ref} /> : <img src={uploadAddress(ref)} alt={`${label} đã chọn`} />)}
      <div class="picture-tools">
        <label class={`button small${isBusy.value ? " busy" : ""}`}>
          <Icon name={ref ? "refresh-cw" : "image-plus"} />
          {isBusy.value ? "Đang gửi…" : ref ? "Đổi ảnh khác" : isPhoto ? "Chọn ảnh" : "Chọn logo"}
          <input
            ref={input}
            class="unseen"
            type="file"
            accept="image/png,image/jpeg,image/webp,image/svg+xml"
            aria-describedby={describedBy}
            onChange={(event) => void take(event.currentTarget.files?.[0])}
          />
        </label>
        {ref && isPhoto && (
          <CropButton picture={ref} onCropped={take} onTrouble={(text) => (trouble.value = text)} />
        )}
        {ref && (
          <button class="button small quiet" type="button" onClick={remove}>
            <Icon name="trash-2" />
            Bỏ ảnh
          </button>
        )}
      </div>
      {!ref && <p class="hint">Kéo thả ảnh vào đây cũng được.</p>}
      {trouble.value !== null && <ErrorNote role="alert">{trouble.value}</ErrorNote>}
    </div>
  );
}

/** The point that every format keeps in view: press on the picture, or move it with the arrow keys. */
function FocusPoint({ picture }: { readonly picture: string }) {
  const store = useStore();
  const x = store.fieldValue("photo.focus.x");
  const y = store.fieldValue("photo.focus.y");
  const at = { x: typeof x === "number" ? x : 0.5, y: typeof y === "number" ? y : 0.5 };
  const isChosen = typeof x === "number";
  const put = (point: { readonly x: number; readonly y: number }) => {
    const within = (part: number) => Math.round(Math.min(1, Math.max(0, part)) * 1000) / 1000;
    store.sayAll({ "photo.focus.x": within(point.x), "photo.focus.y": within(point.y) }, "focus");
  };
  const step = {
    ArrowLeft: [-0.02, 0],
    ArrowRight: [0.02, 0],
    ArrowUp: [0, -0.02],
    ArrowDown: [0, 0.02],
  } as const;
  return (
    <>
      <button
        class="focus-picture"
        type="button"
        aria-label={`Điểm chính của ảnh: ${Math.round(at.x * 100)} % từ trái, ${Math.round(at.y * 100)} % từ trên. Dùng phím mũi tên để dời.`}
        onPointerDown={(event) => {
          const box = event.currentTarget.getBoundingClientRect();
          put({ x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height });
        }}
        onKeyDown={(event) => {
          const by = step[event.key as keyof typeof step];
          if (!by) return;
          event.preventDefault();
          put({ x: at.x + by[0], y: at.y + by[1] });
        }}
      >
        <img src={uploadAddress(picture)} alt="" draggable={false} />
        <span
          class={`focus-mark${isChosen ? "" : " found"}`}
          style={{ left: `${at.x * 100}%`, top: `${at.y * 100}%` }}
        />
      </button>
      <p class="hint">
        Bấm vào chỗ quan trọng nhất (khuôn mặt, máy móc): khổ nào cũng giữ chỗ ấy trong khung.
      </p>
    </>
  );
}

function CropButton({
  picture,
  onCropped,
  onTrouble,
}: {
  readonly picture: string;
  readonly onTrouble: (text: string) => void;
  readonly onCropped: (file: File) => Promise<void>;
}) {
  const isOpen = useSignal(false);
  const Crop = useSignal<typeof import("./crop-dialog.tsx").CropDialog | null>(null);
  const open = async () => {
    try {
      Crop.value = (await import("./crop-dialog.tsx")).CropDialog;
      isOpen.value = true;
    } catch {
      onTrouble("Chưa mở được phần cắt ảnh vì máy chủ chưa trả lời. Hãy bấm lại, hoặc tải lại trang.");
    }
  };
  return (
    <>
      <button class="button small" type="button" onClick={() => void open()}>
        <Icon name="crop" />
        Cắt ảnh
      </button>
      {isOpen.value && Crop.value && (
        <Crop.value
          address={uploadAddress(picture)}
          onClose={() => (isOpen.value = false)}
          onCropped={onCropped}
        />
      )}
    </>
  );
}
