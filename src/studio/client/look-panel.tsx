/** Overlays, plates, eyes and the ground that the piece is judged on. */

import { useEffect, useState } from "preact/hooks";
import type { Plates } from "../shared/wire.ts";
import { askPlates } from "./api.ts";
import { OVERLAY_KEYS } from "./keys.ts";
import {
  GROUNDS,
  ground,
  isInspecting,
  OVERLAYS,
  type Overlay,
  overlays,
  plate,
  toggle,
  vision,
} from "./look.ts";
import { choice, shownPage, view } from "./state.ts";
import { VISIONS } from "./vision.ts";
import { number, t } from "./words.ts";

const NAMES: Readonly<Record<Overlay, () => string>> = {
  trim: () => t("Khổ xén", "Trim"),
  bleed: () => t("Tràn lề", "Bleed"),
  safe: () => t("Vùng an toàn", "Safe area"),
  folds: () => t("Nếp gấp", "Folds"),
  frames: () => t("Khung", "Frames"),
  baseline: () => t("Lưới dòng", "Baseline grid"),
  texts: () => t("Hộp chữ", "Text boxes"),
  ppi: () => t("Độ nét ảnh", "Effective ppi"),
  contrast: () => t("Tương phản", "Contrast"),
};

const EYES = {
  none: () => t("đủ màu", "full"),
  protan: () => t("mù đỏ", "protan"),
  deutan: () => t("mù lục", "deutan"),
  tritan: () => t("mù lam", "tritan"),
  grey: () => t("xám", "grey"),
};

const SHADES = {
  dark: () => t("tối", "dark"),
  grey: () => t("xám", "grey"),
  light: () => t("sáng", "light"),
};

export function LookPanel() {
  return (
    <section class="panel" aria-labelledby="look">
      <h2 id="look">{t("Lớp phủ", "Overlays")}</h2>
      <div class="toggles">
        {OVERLAYS.map((each) => (
          <Toggle
            key={each}
            name={NAMES[each]()}
            hint={Object.entries(OVERLAY_KEYS).find(([, overlay]) => overlay === each)?.[0] ?? ""}
            isOn={overlays.value.has(each)}
            onToggle={() => toggle(each)}
          />
        ))}
        <Toggle
          name={t("Bấm mở mã nguồn", "Click opens source")}
          hint="e"
          isOn={isInspecting.value}
          onToggle={() => {
            isInspecting.value = !isInspecting.value;
          }}
        />
      </div>
      <PlatePicker />
      <Segments
        label={t("Mắt nhìn", "Eyes")}
        items={VISIONS}
        value={vision.value}
        name={(each) => EYES[each]()}
        onPick={(each) => {
          vision.value = each;
        }}
      />
      <Segments
        label={t("Nền xem", "Ground")}
        items={GROUNDS}
        value={ground.value}
        name={(each) => SHADES[each]()}
        onPick={(each) => {
          ground.value = each;
        }}
      />
    </section>
  );
}

interface ToggleProps {
  readonly name: string;
  readonly hint: string;
  readonly isOn: boolean;
  readonly onToggle: () => void;
}

const Toggle = ({ name, hint, isOn, onToggle }: ToggleProps) => (
  <button type="button" class="toggle" aria-pressed={isOn} onClick={onToggle}>
    {name} <kbd>{hint}</kbd>
  </button>
);

interface SegmentsProps<T extends string> {
  readonly label: string;
  readonly items: readonly T[];
  readonly value: T;
  readonly name: (item: T) => string;
  readonly onPick: (item: T) => void;
}

function Segments<T extends string>({ label, items, value, name, onPick }: SegmentsProps<T>) {
  return (
    <div class="pick">
      <span>{label}</span>
      <div class="segments" role="group" aria-label={label}>
        {items.map((each) => (
          <button type="button" key={each} aria-pressed={each === value} onClick={() => onPick(each)}>
            {name(each)}
          </button>
        ))}
      </div>
    </div>
  );
}

/** One plate at a time, or all their ink as a heat map; made when first asked for. */
function PlatePicker() {
  const [isOpen, setOpen] = useState(plate.value !== null);
  const [plates, setPlates] = useState<Plates | null>(null);
  const revision = view.value?.revision;
  const pageNumber = shownPage.value;
  const isPress = choice.value.profile !== "web";
  useEffect(() => {
    if (!isOpen || revision === undefined) return;
    let isWanted = true;
    askPlates(revision, pageNumber).then(
      (found) => isWanted && setPlates(found),
      () => isWanted && setPlates(null),
    );
    return () => {
      isWanted = false;
    };
  }, [isOpen, revision, pageNumber, isPress]);
  const pick = (name: string | null) => {
    plate.value = name;
    setOpen(name !== null || isOpen);
  };
  const names = plates?.names ?? ["C", "M", "Y", "K"];
  const isOver = plates !== null && plates.most > plates.inkLimit + 2;
  return (
    <div class="pick">
      <span>
        {t("Bản in", "Plates")}
        {isOpen && plates && (
          <output class={isOver ? "bad" : ""}>
            {t(
              `mực nhiều nhất ${number(plates.most)} % / ${number(plates.inkLimit)} %`,
              `most ink ${number(plates.most)} % / ${number(plates.inkLimit)} %`,
            )}
          </output>
        )}
        {isOpen && !plates && <output>{t("hồ sơ này không in mực", "this profile prints no inks")}</output>}
      </span>
      {plate.value === "heat" && plates && (
        <p class="heat">
          <span>0 %</span>
          <span>{number(plates.inkLimit / 3)} %</span>
          <span>{number((plates.inkLimit * 2) / 3)} %</span>
          <span>{number(plates.inkLimit)} %</span>
          <b>{t("quá", "over")}</b>
        </p>
      )}
      <div class="segments" role="group" aria-label={t("Bản in", "Plates")}>
        <button type="button" aria-pressed={plate.value === null} onClick={() => pick(null)}>
          {t("tất cả", "all")}
        </button>
        {names.map((each) => (
          <button
            type="button"
            key={each}
            class={`ink ink-${each}`}
            aria-pressed={plate.value === each}
            onClick={() => pick(each)}
          >
            {each}
          </button>
        ))}
        <button type="button" aria-pressed={plate.value === "heat"} onClick={() => pick("heat")}>
          {t("độ phủ", "heat")}
        </button>
      </div>
    </div>
  );
}
