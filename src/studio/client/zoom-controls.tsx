import { distance, scaleFrom, TRUE_SIZE, zoom } from "./look.ts";
import { view } from "./state.ts";
import { number, t } from "./words.ts";

/** Fit, true size, and as it looks from its reading distance. */
export function ZoomControls() {
  const reading = view.value?.viewingDistance ?? 1;
  const fixed = zoom.value === "fit" ? null : zoom.value;
  const set = (next: number | "fit", metres: number | null = null) => {
    zoom.value = next;
    distance.value = metres;
  };
  return (
    <div class="zoom" role="group" aria-label={t("Thu phóng", "Zoom")}>
      <button
        type="button"
        onClick={() => set((fixed ?? TRUE_SIZE) / 1.25)}
        aria-label={t("Nhỏ hơn", "Smaller")}
      >
        −
      </button>
      <button type="button" aria-pressed={fixed === null} title="0" onClick={() => set("fit")}>
        {t("Vừa", "Fit")}
      </button>
      <button type="button" aria-pressed={fixed === TRUE_SIZE} onClick={() => set(TRUE_SIZE)}>
        100 %
      </button>
      <button
        type="button"
        aria-pressed={distance.value !== null}
        title={t(
          `To bằng khi nhìn từ ${number(reading, 1)} m, nếu ngồi cách màn hình 0,6 m`,
          `As large as from ${number(reading, 1)} m, sitting 0.6 m from the screen`,
        )}
        onClick={() => set(scaleFrom(reading), reading)}
      >
        {t("Từ", "From")} {number(reading, reading % 1 ? 1 : 0)} m
      </button>
      {distance.value !== null && (
        <input
          type="number"
          min={0.2}
          max={200}
          step="any"
          aria-label={t("Nhìn từ bao nhiêu mét", "Seen from how many metres")}
          value={distance.value}
          onInput={(event) => {
            const metres = event.currentTarget.valueAsNumber;
            if (metres >= 0.2) set(scaleFrom(metres), metres);
          }}
        />
      )}
      <button
        type="button"
        onClick={() => set((fixed ?? TRUE_SIZE) * 1.25)}
        aria-label={t("Lớn hơn", "Larger")}
      >
        +
      </button>
      {fixed !== null && <output>{number((fixed / TRUE_SIZE) * 100)} %</output>}
    </div>
  );
}
