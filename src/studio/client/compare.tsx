/** Before and after: by the templates of the last commit, a reference picture, or what was pinned; and as it is now. */

import { signal } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";
import type { Choice } from "../shared/wire.ts";
import { goldenAddress, type ThumbnailAnswer } from "./api.ts";
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

const BEFORES = ["commit", "golden", "pinned"] as const;
type Before = (typeof BEFORES)[number];

const BEFORE_NAMES: Readonly<Record<Before, () => string>> = {
  commit: () => t("Lần lưu git", "Last commit"),
  golden: () => t("Ảnh mẫu", "Golden image"),
  pinned: () => t("Bản đã ghim", "Pinned"),
};

/** px. */
const WIDTH = 900;
/** Reference pictures are of the sample institution with typical texts, this wide at most. */
const GOLDEN: Partial<Choice> = {
  institution: "cd-y-te",
  dataSet: "typical",
  profile: "web",
  set: {},
  row: null,
  event: null,
  message: null,
  audience: null,
  stress: { text: 1, programmes: null },
};
const GOLDEN_WIDTH = 260;

/** What a designer wants to come back to; gone with the page. */
const pinned = signal<string | null>(null);

export function Compare() {
  const [way, setWay] = useState<Way>("wipe");
  const [share, setShare] = useState(50);
  const [against, setAgainst] = useState<Before>("commit");
  const isGolden = against === "golden";
  const committed = useThumbnail(true, choice.value, WIDTH);
  const after = useThumbnail(
    false,
    isGolden ? { ...choice.value, ...GOLDEN } : choice.value,
    isGolden ? GOLDEN_WIDTH : WIDTH,
  );
  const now = after?.png ? `data:image/png;base64,${after.png}` : null;
  const old =
    against === "pinned"
      ? pinned.value
      : isGolden
        ? goldenAddress(choice.value)
        : committed?.png
          ? `data:image/png;base64,${committed.png}`
          : null;
  const isSame = old !== null && old === now;
  const isMissing =
    against === "pinned" ? pinned.value === null : against === "commit" && committed?.png === null;
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
        <div class="segments" role="group" aria-label={t("So với", "Compare with")}>
          {BEFORES.map((each) => (
            <button type="button" key={each} aria-pressed={against === each} onClick={() => setAgainst(each)}>
              {BEFORE_NAMES[each]()}
            </button>
          ))}
        </div>
        <button
          type="button"
          class="quiet"
          disabled={now === null || isGolden}
          onClick={() => {
            pinned.value = now;
          }}
        >
          {t("Ghim bản này", "Pin this state")}
        </button>
        <p role="status">
          {isMissing
            ? t("Chưa có bản trước để so.", "There is nothing to compare with yet.")
            : isSame
              ? t("Giống hệt.", "Equal.")
              : t("Trái: trước · phải: hiện tại", "Left: before · right: now")}
        </p>
      </div>
      <div class={`pair ${way}`} style={{ "--share": `${share}%` }}>
        {old && <img class="before" src={old} alt={BEFORE_NAMES[against]()} />}
        {now && <img class="after" src={now} alt={t("Hiện tại", "Now")} />}
      </div>
    </div>
  );
}

function useThumbnail(committed: boolean, shown: Choice, width: number): ThumbnailAnswer | null {
  const [answer, setAnswer] = useState<ThumbnailAnswer | null>(null);
  const wanted = JSON.stringify(shown);
  const page = shownPage.value;
  const version = fileVersion.value;
  useEffect(() => {
    let isWanted = true;
    void thumbnail(JSON.parse(wanted) as Choice, width, { page, committed }, () => isWanted).then((found) => {
      if (isWanted) setAnswer(found ?? { png: null, pages: 0, findings: [] });
    });
    return () => {
      isWanted = false;
    };
  }, [wanted, page, committed, version, width]);
  return answer;
}
