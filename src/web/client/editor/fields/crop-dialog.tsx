/** Cutting a photo, with the cropper that is loaded when it is asked for. */

import { useSignal } from "@preact/signals";
import Cropper from "cropperjs";
import { useEffect, useRef } from "preact/hooks";
import { Dialog } from "../../ui/dialog.tsx";
import { Icon } from "../../ui/icon.tsx";

interface CropProps {
  readonly address: string;
  readonly onClose: () => void;
  readonly onCropped: (file: File) => Promise<void>;
}

/** Longer sides are not printed sharper: 5,000 px are 420 mm at 300 ppi. */
const LONGEST = 5000;

export function CropDialog({ address, onClose, onCropped }: CropProps) {
  const image = useRef<HTMLImageElement>(null);
  const cropper = useRef<Cropper | null>(null);
  const isBusy = useSignal(false);
  useEffect(() => {
    if (!image.current) return;
    const made = new Cropper(image.current);
    cropper.current = made;
    const selection = made.getCropperSelection();
    if (selection) {
      selection.initialCoverage = 0.9;
      selection.keyboard = true;
    }
    return () => made.destroy();
  }, []);
  const cut = async () => {
    const selection = cropper.current?.getCropperSelection();
    if (!selection || !image.current) return;
    isBusy.value = true;
    const shown = cropper.current?.getCropperImage()?.getBoundingClientRect();
    const grown = shown && shown.width > 0 ? image.current.naturalWidth / shown.width : 1;
    const size = Math.min(LONGEST, Math.max(1, Math.round(selection.width * grown)));
    const canvas = await selection.$toCanvas({
      width: size,
      height: Math.round((size * selection.height) / selection.width),
    });
    const data = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/jpeg", 0.92));
    if (data) await onCropped(new File([data], "anh-da-cat.jpg", { type: "image/jpeg" }));
    isBusy.value = false;
    onClose();
  };
  return (
    <Dialog title="Cắt ảnh" onClose={onClose} isWide>
      <div class="crop">
        <img ref={image} src={address} alt="Ảnh đang cắt" />
      </div>
      <div class="dialog-actions">
        <button class="button" type="button" onClick={onClose}>
          Thôi
        </button>
        <button class="button deep" type="button" disabled={isBusy.value} onClick={() => void cut()}>
          <Icon name="check" />
          Dùng phần đã chọn
        </button>
      </div>
    </Dialog>
  );
}
