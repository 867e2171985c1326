import type { Mode } from "./address.ts";
import { MODES } from "./address.ts";
import {
  currentFormat,
  fatal,
  findings,
  isBusy,
  isConnected,
  isOutdated,
  mode,
  reloadMs,
  view,
} from "./state.ts";
import { chooseLanguage, language, number, t } from "./words.ts";
import { ZoomControls } from "./zoom-controls.tsx";

const NAMES: Readonly<Record<Mode, () => string>> = {
  one: () => t("Một khổ", "One format"),
  formats: () => t("Mọi khổ", "All formats"),
  themes: () => t("Chủ đề", "Themes"),
  data: () => t("Dữ liệu", "Data sets"),
  institutions: () => t("Cơ sở", "Institutions"),
  compare: () => t("So sánh", "Compare"),
};

export function TopBar() {
  return (
    <header class="top">
      <h1>
        ấn phẩm <span>{t("xưởng thiết kế", "studio")}</span>
      </h1>
      <nav class="tabs" aria-label={t("Cách xem", "Views")}>
        {MODES.map((each, i) => (
          <button
            type="button"
            key={each}
            aria-current={mode.value === each ? "page" : undefined}
            title={String(i + 1)}
            onClick={() => {
              mode.value = each;
            }}
          >
            {NAMES[each]()}
          </button>
        ))}
      </nav>
      <Size />
      <div class="spring" />
      <Pulse />
      {mode.value === "one" && <ZoomControls />}
      <button
        type="button"
        class="quiet"
        onClick={() => chooseLanguage(language.value === "vi" ? "en" : "vi")}
        title={t("Switch to English", "Chuyển sang tiếng Việt")}
      >
        {language.value === "vi" ? "EN" : "VI"}
      </button>
    </header>
  );
}

function Size() {
  const format = currentFormat.value;
  if (!format) return null;
  return (
    <p class="size">
      {number(format.width, format.width % 1 ? 1 : 0)} × {number(format.height, format.height % 1 ? 1 : 0)} mm
    </p>
  );
}

/** Whether the studio is there, at work, whether the piece is laid out, and how quick that was. */
function Pulse() {
  const isAtWork = isBusy.value || isOutdated.value || (view.value === null && findings.value.length === 0);
  const state = !isConnected.value ? "lost" : isAtWork ? "busy" : fatal.value.length > 0 ? "broken" : "calm";
  const words = {
    lost: () => t("mất kết nối", "disconnected"),
    busy: () => t("đang dựng…", "laying out…"),
    broken: () => t("chưa dựng được", "cannot be laid out"),
    calm: () => (reloadMs.value === null ? t("sẵn sàng", "ready") : t("đã cập nhật", "updated")),
  };
  return (
    <p class={`pulse ${state}`} role="status">
      {words[state]()}
      {state === "calm" && reloadMs.value !== null && (
        <span data-reload-ms={reloadMs.value}>{number(reloadMs.value)} ms</span>
      )}
    </p>
  );
}
