/** A short message at the foot, read out too; with one thing to do about it. */

import { useEffect } from "preact/hooks";
import { Icon } from "../ui/icon.tsx";
import { useStore } from "./editor.tsx";

const SHOWN_MS = 8000;

export function ToastLine() {
  const { toast, isAway } = useStore();
  const shown = toast.value;
  useEffect(() => {
    if (!shown) return;
    const timer = setTimeout(() => {
      toast.value = null;
    }, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [shown]);
  return (
    <div role="status" aria-live="polite">
      {isAway.value ? (
        <div class="toast">
          <Icon name="wifi-off" />
          <span>Máy chủ chưa trả lời. Nội dung đã gõ vẫn được giữ trên máy này; trang tự thử lại.</span>
        </div>
      ) : (
        shown && (
          <div class="toast">
            <span>{shown.text}</span>
            {shown.action && (
              <button
                type="button"
                onClick={() => {
                  shown.action?.run();
                  toast.value = null;
                }}
              >
                {shown.action.name}
              </button>
            )}
          </div>
        )
      )}
    </div>
  );
}
