/** Whether the piece may go out as it is; if not, a way to what is in the way. */

import { useSignal } from "@preact/signals";
import { Dialog } from "../ui/dialog.tsx";
import { Icon } from "../ui/icon.tsx";
import { useStore } from "./editor.tsx";
import { focusField } from "./go-to.ts";

export function Verdict() {
  const store = useStore();
  const { format } = store;
  const isOpen = useSignal(false);
  const findings = store.findings.value;
  const serious = findings.filter(({ severity }) => severity !== "note");
  const isBad = serious.some(({ severity }) => severity === "error");
  const ready = format.value.medium === "print" ? "Sẵn sàng in" : "Sẵn sàng đăng";
  return (
    <>
      {/* One place for both, so that what it says next is read out. */}
      <div role="status">
        {findings.length === 0 ? (
          <p class="verdict good">
            <Icon name="circle-check" />
            {ready}
          </p>
        ) : (
          <button
            class={`verdict ${isBad ? "bad" : serious.length > 0 ? "warn" : "good"}`}
            type="button"
            onClick={() => (isOpen.value = true)}
          >
            <Icon name={isBad ? "circle-alert" : serious.length > 0 ? "triangle-alert" : "circle-check"} />
            {serious.length > 0 ? `${serious.length} điều cần xem` : ready}
            {serious.length === 0 && <span class="unseen">, có lưu ý</span>}
          </button>
        )}
      </div>
      {isOpen.value && (
        <Dialog
          title={serious.length > 0 ? "Điều cần xem trước khi dùng" : "Lưu ý"}
          onClose={() => (isOpen.value = false)}
        >
          <ul class="verdicts">
            {findings.map(({ text, severity, path }) => {
              const field =
                path === null
                  ? undefined
                  : store.form.value.fields.find(
                      (each) => path === each.path || path.startsWith(`${each.path}.`),
                    );
              return (
                <li class={`note ${severity}`} key={`${path} ${text}`}>
                  <Icon
                    name={
                      severity === "note"
                        ? "info"
                        : severity === "warning"
                          ? "triangle-alert"
                          : "circle-alert"
                    }
                  />
                  <div>
                    {field && <strong>{field.label}: </strong>}
                    {text}
                    {field && path !== null && (
                      <button
                        class="linklike"
                        type="button"
                        onClick={() => {
                          isOpen.value = false;
                          requestAnimationFrame(() => focusField(path));
                        }}
                      >
                        Sửa ngay<span class="unseen">: {field.label}</span>
                      </button>
                    )}
                  </div>
                </li>
              );
            })}
          </ul>
        </Dialog>
      )}
    </>
  );
}
