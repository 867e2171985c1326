/** A short message at the foot, read out too; with one thing to do about it. */

import { useEffect, useRef } from "preact/hooks";
import { Icon } from "../ui/icon.tsx";
import { useStore } from "./editor.tsx";

const SHOWN_MS = 8000;

export function ToastLine() {
  const { toast, isAway } = useStore();
  const shown = toast.value;
  /** Where the focus was before it came into the message. */
  const before = useRef<HTMLElement | null>(null);
  useEffect(() => {
    // Whoever needs longer to reach the button finds it (WCAG 2.2.1): it stays until it is used, closed or out of date.
    if (!shown || shown.action) return;
    const timer = setTimeout(() => {
      toast.value = null;
    }, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [shown]);
  const close = () => {
    toast.value = null;
    // The button goes: unless what it did has taken the focus, it goes back.
    requestAnimationFrame(() => {
      if (document.activeElement !== document.body) return;
      const back = before.current?.isConnected ? before.current : null;
      (back ?? document.querySelector<HTMLElement>(".strip a[aria-current], .strip button"))?.focus();
    });
  };
  return (
    <div role="status" aria-live="polite">
      {isAway.value ? (
        <div class="toast">
          <Icon name="wifi-off" />
          <span>Máy chủ chưa trả lời. Nội dung đã gõ vẫn được giữ trên máy này; trang tự thử lại.</span>
        </div>
      ) : (
        shown && (
          <div
            class="toast"
            onFocusIn={({ currentTarget, relatedTarget }) => {
              if (relatedTarget instanceof HTMLElement && !currentTarget.contains(relatedTarget))
                before.current = relatedTarget;
            }}
          >
            <span>{shown.text}</span>
            {shown.action && (
              <button
                type="button"
                onClick={() => {
                  shown.action?.run();
                  close();
                }}
              >
                {shown.action.name}
              </button>
            )}
            {shown.action && (
              <button class="close" type="button" onClick={close}>
                <Icon name="x" />
                <span class="unseen">Đóng lời nhắn</span>
              </button>
            )}
          </div>
        )
      )}
    </div>
  );
}
