/**
 * Whether the piece may go out as it is; if not, a way to what is in the way. A draft that the engine has not looked at
 * is not said to be good.
 */

import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Dialog } from "../ui/dialog.tsx";
import { Icon } from "../ui/icon.tsx";
import { useStore } from "./editor.tsx";
import { focusField } from "./go-to.ts";

const STOOD_MS = 1000;

export function Verdict() {
  const store = useStore();
  const { format, isJudged, isAway } = store;
  const isOpen = useSignal(false);
  const findings = store.findings.value;
  const serious = findings.filter(({ severity }) => severity !== "note");
  const isBad = serious.some(({ severity }) => severity === "error");
  const ready = format.value.medium === "print" ? "Sẵn sàng in" : "Sẵn sàng đăng";
  const { tone, icon, words } = !isJudged.value
    ? isAway.value
      ? ({ tone: "open", icon: "wifi-off", words: "Chưa kiểm tra được" } as const)
      : ({ tone: "open", icon: "refresh-cw", words: "Đang kiểm tra…" } as const)
    : serious.length === 0
      ? ({ tone: "good", icon: "circle-check", words: ready } as const)
      : ({
          tone: isBad ? "bad" : "warn",
          icon: isBad ? "circle-alert" : "triangle-alert",
          words: `${serious.length} điều cần xem`,
        } as const);
  // Typing changes it with every letter: read out is what has stood for a while.
  const stood = useSignal(words);
  useEffect(() => {
    const timer = setTimeout(() => (stood.value = words), STOOD_MS);
    return () => clearTimeout(timer);
  }, [words]);
  return (
    <>
      {findings.length === 0 ? (
        <p class={`verdict ${tone}`}>
          <Icon name={icon} />
          {words}
        </p>
      ) : (
        <button class={`verdict ${tone}`} type="button" onClick={() => (isOpen.value = true)}>
          <Icon name={icon} />
          {words}
          {isJudged.value && serious.length === 0 && <span class="unseen">, có lưu ý</span>}
        </button>
      )}
      <span class="unseen" role="status">
        {stood.value}
      </span>
      {isOpen.value && (
        <Dialog
          title={serious.length > 0 ? "Điều cần xem trước khi dùng" : "Lưu ý"}
          onClose={() => (isOpen.value = false)}
        >
          {!isJudged.value && <p class="hint">Theo bản trước khi sửa.</p>}
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
