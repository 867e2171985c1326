/** Before and after: the piece by the templates of the last commit, and as it is now. */

import { useEffect, useState } from "preact/hooks";
import type { Choice } from "../shared/wire.ts";
import type { ThumbnailAnswer } from "./api.ts";
import { ground } from "./look.ts";
import { choice, fileVersion, shownPage } from "./state.ts";
import { thumbnail } from "./thumbnails.ts";
import { t } from "./words.ts";

const WAYS = ["wipe", "beside", "difference"] as const;
type Way = (typeof WAYS)[number];

const NAMES: Readonly<Record<Way, () => string>> = {
  wipe: () => t("Kéo màn", "Wipe"),
  beside: () => t("Cạnh nhau", "Side by side"),
  difference: () => t("Chỗ khác", "Difference"),
};

/** px. */
const WIDTH = 900;

export function Compare() {
  const [way, setWay] = useState<Way>("wipe");
  const [share, setShare] = useState(50);
  const before = useThumbnail(true);
  const after = useThumbnail(false);
  const old = before?.png && `data:image/png;base64,${before.png}`;
  const now = after?.png && `data:image/png;base64,${after.png}`;
  const isSame = old !== undefined && old === now;
  return (
    <div class={`compare ground-${ground.value}`}>
      <div class="bar">
        <div class="segments" role="group" aria-label={t("Cách so sánh", "How to compare")}>
          {WAYS.map((each) => (
            <button type="button" key={each} aria-pressed={way === each} onClick={() => setWay(each)}>
              {NAMES[each]()}
            </button>
          ))}
        </div>
        {way === "wipe" && (
          <input
            type="range"
            min={0}
            max={100}
            value={share}
            aria-label={t("Ranh giới giữa trước và sau", "Border between before and after")}
            onInput={(event) => setShare(Number(event.currentTarget.value))}
          />
        )}
        <p role="status">
          {before && !before.png
            ? t("Không có bản đã lưu trong git để so.", "There is no committed state to compare with.")
            : isSame
              ? t("Giống hệt lần lưu trước (git).", "Equal to the last commit.")
              : t("Trái: lần lưu trước (git) · phải: hiện tại", "Left: the last commit · right: now")}
        </p>
      </div>
      <div class={`pair ${way}`} style={{ "--share": `${share}%` }}>
        {old && <img class="before" src={old} alt={t("Lần lưu trước", "Last commit")} />}
        {now && <img class="after" src={now} alt={t("Hiện tại", "Now")} />}
      </div>
    </div>
  );
}

function useThumbnail(committed: boolean): ThumbnailAnswer | null {
  const [answer, setAnswer] = useState<ThumbnailAnswer | null>(null);
  const wanted = JSON.stringify(choice.value);
  const page = shownPage.value;
  const version = fileVersion.value;
  useEffect(() => {
    let isWanted = true;
    void thumbnail(JSON.parse(wanted) as Choice, WIDTH, { page, committed }, () => isWanted).then((found) => {
      if (isWanted) setAnswer(found ?? { png: null, pages: 0, findings: [] });
    });
    return () => {
      isWanted = false;
    };
  }, [wanted, page, committed, version]);
  return answer;
}
