/** Many small pictures at once: formats, themes, data sets or institutions; a click makes one of them large. */

import { useEffect, useState } from "preact/hooks";
import type { Localized } from "../../base/diagnostic.ts";
import type { Choice } from "../shared/wire.ts";
import type { Mode } from "./address.ts";
import type { ThumbnailAnswer } from "./api.ts";
import { counts } from "./error-cards.tsx";
import { ground, vision } from "./look.ts";
import { catalogue, change, choice, currentTemplate, fileVersion, mode } from "./state.ts";
import { thumbnail } from "./thumbnails.ts";
import { say, t } from "./words.ts";

interface Cell {
  readonly key: string;
  readonly name: Localized;
  readonly change: Partial<Choice>;
}

/** px. */
const WIDTHS: Readonly<Partial<Record<Mode, number>>> = {
  formats: 236,
  institutions: 190,
  themes: 236,
  data: 370,
};

export function Wall() {
  const width = WIDTHS[mode.value] ?? 300;
  return (
    <div class={`wall ground-${ground.value}`} style={{ "--cell": `${width}px` }}>
      {cellsOf(mode.value).map((cell) => (
        <WallCell key={`${choice.value.template} ${cell.key}`} cell={cell} width={width} />
      ))}
    </div>
  );
}

function cellsOf(shown: Mode): readonly Cell[] {
  const known = catalogue.value;
  const definition = currentTemplate.value?.definition;
  if (!known || !definition) return [];
  switch (shown) {
    case "formats":
      return known.formats
        .filter(({ id }) => definition.formats.includes(id))
        .map(({ id, name, profile }) => ({ key: id, name, change: { format: id, profile } }));
    case "themes":
      return known.themes
        .filter(({ id }) => definition.themes.includes(id))
        .map(({ id, name }) => ({ key: id, name, change: { theme: id } }));
    case "data":
      return known.dataSets.map((id) => ({ key: id, name: { vi: id, en: id }, change: { dataSet: id } }));
    case "institutions":
      return known.institutions.map(({ id, name }) => ({ key: id, name, change: { institution: id } }));
    default:
      return [];
  }
}

function WallCell({ cell, width }: { readonly cell: Cell; readonly width: number }) {
  const [answer, setAnswer] = useState<ThumbnailAnswer | null>(null);
  const [isOld, setOld] = useState(true);
  const wanted = JSON.stringify({ ...choice.value, ...cell.change });
  const version = fileVersion.value;
  useEffect(() => {
    let isWanted = true;
    setOld(true);
    void thumbnail(JSON.parse(wanted) as Choice, width * 2, {}, () => isWanted).then((found) => {
      if (!isWanted || !found) return;
      setAnswer(found);
      setOld(false);
    });
    return () => {
      isWanted = false;
    };
  }, [wanted, width, version]);
  const { errors, warnings } = counts(answer?.findings ?? []);
  const open = () => {
    change(cell.change);
    mode.value = "one";
  };
  const isCurrent = Object.entries(cell.change).every(
    ([key, value]) => choice.value[key as keyof Choice] === value,
  );
  return (
    <button
      type="button"
      class="cell"
      onClick={open}
      data-old={isOld}
      data-cell={cell.key}
      data-current={isCurrent}
    >
      <span class="picture">
        {answer?.png ? (
          <img
            src={`data:image/png;base64,${answer.png}`}
            alt=""
            style={{ filter: vision.value === "none" ? undefined : `url(#vision-${vision.value})` }}
          />
        ) : (
          <span class="empty">{answer ? say(answer.findings[0]?.message ?? { vi: "", en: "" }) : "…"}</span>
        )}
      </span>
      <span class="caption">
        <span class="name">{say(cell.name)}</span>
        {answer && answer.pages > 1 && (
          <span class="pages">{t(`${answer.pages} trang`, `${answer.pages} pages`)}</span>
        )}
        {errors > 0 && <span class="badge bad">{t(`${errors} lỗi`, `${errors} errors`)}</span>}
        {warnings > 0 && <span class="badge warn">{t(`${warnings} cảnh báo`, `${warnings} warnings`)}</span>}
      </span>
    </button>
  );
}
