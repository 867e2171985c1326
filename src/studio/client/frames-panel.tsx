/** The frames of the page that is shown, each with how its content fits; opens the line that wrote it. */

import { openSource } from "./api.ts";
import { pointed } from "./look.ts";
import { frameState } from "./marks.tsx";
import { shownPage, view } from "./state.ts";
import { t } from "./words.ts";

export function FramesPanel() {
  const frames = view.value?.pages[shownPage.value]?.frames ?? [];
  const number = shownPage.value;
  return (
    <section class="panel" aria-labelledby="frames">
      <details>
        <summary>
          <h2 id="frames">
            {t("Khung", "Frames")} <span class="verdict">{frames.length}</span>
          </h2>
        </summary>
        <ul class="frames">
          {frames.map((frame) => {
            const { name, source, role } = frame;
            const { tone, words } = frameState(frame);
            const aim = () => {
              pointed.value = { page: number, frame: name };
            };
            return (
              <li key={name}>
                <button
                  type="button"
                  disabled={!source}
                  onMouseEnter={aim}
                  onFocus={aim}
                  onMouseLeave={() => (pointed.value = null)}
                  onBlur={() => (pointed.value = null)}
                  onClick={() => source && void openSource(source)}
                >
                  <span class={`dot ${role === "art" ? "art" : tone}`} />
                  <span class="name">{name}</span>
                  <span class="fill">{role === "art" ? t("hình", "art") : words}</span>
                </button>
              </li>
            );
          })}
        </ul>
      </details>
    </section>
  );
}
