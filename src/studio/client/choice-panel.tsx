/** What is looked at: the piece, whose, for which occasion, and how hard its texts are. */

import type { Named } from "../shared/wire.ts";
import { Controls } from "./controls.tsx";
import { RowsPicker } from "./rows-picker.tsx";
import { catalogue, change, choice, currentCampaign, currentTemplate } from "./state.ts";
import { number, say, t } from "./words.ts";

export function ChoicePanel() {
  const known = catalogue.value!;
  const { template, format, theme, institution, campaign, message, audience, event, dataSet, stress } =
    choice.value;
  const definition = currentTemplate.value?.definition ?? null;
  const formats = known.formats.filter(({ id }) => !definition || definition.formats.includes(id));
  const themes = known.themes.filter(({ id }) => !definition || definition.themes.includes(id));
  const said = currentCampaign.value;
  const isPlain = stress.text === 1 && stress.programmes === null;
  return (
    <aside class="left" aria-label={t("Chọn nội dung", "What to look at")}>
      <Pick
        label={t("Mẫu", "Template")}
        value={template}
        items={known.templates.map(({ id, definition: own }) => ({
          id,
          name: own?.name ?? { vi: `${id} (lỗi)`, en: `${id} (broken)` },
        }))}
        onPick={(id) => change({ template: id })}
      />
      {definition && <p class="about">{say(definition.description)}</p>}
      <Pick
        label={t("Khổ", "Format")}
        value={format}
        items={formats}
        onPick={(id) => change({ format: id })}
      />
      <Tabs
        label={t("Chủ đề", "Theme")}
        value={theme}
        items={themes}
        onPick={(id) => change({ theme: id })}
      />
      <hr />
      <Pick
        label={t("Cơ sở", "Institution")}
        value={institution}
        items={known.institutions}
        onPick={(id) => change({ institution: id })}
      />
      <Tabs
        label={t("Bộ dữ liệu", "Data set")}
        value={dataSet ?? ""}
        items={[{ id: "", name: { vi: "thật", en: "own" } }, ...known.dataSets.map(named)]}
        onPick={(id) => change({ dataSet: id === "" ? null : id })}
      />
      <MaybePick
        label={t("Sự kiện", "Event")}
        value={event}
        items={said?.events ?? []}
        none={t("không", "none")}
        onPick={(id) => change({ event: id })}
      />
      <MaybePick
        label={t("Thông điệp", "Message")}
        value={message}
        items={said?.messages ?? []}
        none={t("đầu tiên", "the first")}
        onPick={(id) => change({ message: id })}
      />
      <MaybePick
        label={t("Người đọc", "Audience")}
        value={audience}
        items={said?.audiences ?? []}
        none={t("chung", "everybody")}
        onPick={(id) => change({ audience: id })}
      />
      {known.campaigns.length > 1 && (
        <Pick
          label={t("Chiến dịch", "Campaign")}
          value={campaign}
          items={known.campaigns}
          onPick={(id) => change({ campaign: id })}
        />
      )}
      <RowsPicker />
      <hr />
      <Controls />
      <hr />
      <fieldset class="stress">
        <legend>{t("Thử sức chịu đựng", "Stress")}</legend>
        <Slide
          label={t("Độ dài chữ", "Text length")}
          value={stress.text}
          from={0.25}
          to={3}
          step={0.25}
          words={`${number(stress.text * 100)} %`}
          onSlide={(text) => change({ stress: { ...stress, text } })}
        />
        <Slide
          label={t("Số ngành nghề", "Programmes")}
          value={stress.programmes ?? -1}
          from={-1}
          to={24}
          step={1}
          words={stress.programmes === null ? t("như thật", "own") : String(stress.programmes)}
          onSlide={(count) => change({ stress: { ...stress, programmes: count < 0 ? null : count } })}
        />
        {!isPlain && (
          <button
            type="button"
            class="quiet"
            onClick={() => change({ stress: { text: 1, programmes: null } })}
          >
            {t("Trở về nội dung thật", "Back to the real content")}
          </button>
        )}
      </fieldset>
    </aside>
  );
}

const named = (id: string): Named => ({ id, name: DATA_SETS[id] ?? { vi: id, en: id } });

const DATA_SETS: Readonly<Record<string, Named["name"]>> = {
  typical: { vi: "vừa", en: "typical" },
  short: { vi: "ngắn", en: "short" },
  long: { vi: "dài", en: "long" },
  bare: { vi: "trơ", en: "bare" },
};

interface PickProps {
  readonly label: string;
  readonly value: string;
  readonly items: readonly Named[];
  readonly onPick: (id: string) => void;
}

export const Pick = ({ label, value, items, onPick }: PickProps) => (
  <label class="pick">
    <span>{label}</span>
    <select value={value} onChange={(event) => onPick(event.currentTarget.value)}>
      {items.map(({ id, name }) => (
        <option key={id} value={id}>
          {say(name)}
        </option>
      ))}
      {items.every(({ id }) => id !== value) && (
        <option value={value}>{t(`${value} (không đọc được)`, `${value} (cannot be read)`)}</option>
      )}
    </select>
  </label>
);

const MaybePick = ({
  value,
  items,
  none,
  onPick,
  label,
}: Omit<PickProps, "value" | "onPick"> & {
  readonly value: string | null;
  readonly none: string;
  readonly onPick: (id: string | null) => void;
}) => (
  <Pick
    label={label}
    value={value ?? ""}
    items={[{ id: "", name: { vi: `– ${none}`, en: `– ${none}` } }, ...items]}
    onPick={(id) => onPick(id === "" ? null : id)}
  />
);

export const Tabs = ({ label, value, items, onPick }: PickProps) => (
  <div class="pick">
    <span>{label}</span>
    <div class="segments" role="group" aria-label={label}>
      {items.map(({ id, name }) => (
        <button type="button" key={id} aria-pressed={id === value} onClick={() => onPick(id)}>
          {say(name)}
        </button>
      ))}
    </div>
  </div>
);

interface SlideProps {
  readonly label: string;
  readonly value: number;
  readonly from: number;
  readonly to: number;
  readonly step: number;
  readonly words: string;
  readonly onSlide: (value: number) => void;
}

const Slide = ({ label, value, from, to, step, words, onSlide }: SlideProps) => (
  <label class="slide">
    <span>
      {label} <output>{words}</output>
    </span>
    <input
      type="range"
      min={from}
      max={to}
      step={step}
      value={value}
      aria-valuetext={words}
      onInput={(event) => onSlide(Number(event.currentTarget.value))}
    />
  </label>
);
