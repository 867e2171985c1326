/** The file that leaves, by the profile that was checked. */

import { useState } from "preact/hooks";
import type { OutputType } from "../../model/request.ts";
import { askExport } from "./api.ts";
import { catalogue, choice, fatal } from "./state.ts";
import { say, t } from "./words.ts";

const SCREEN = ["pdf", "png", "jpeg", "webp", "svg"] as const;
const PRESS = ["pdf", "tiff", "jpeg", "png", "svg"] as const;

export function ExportPanel() {
  const [state, setState] = useState<"idle" | "busy" | "done" | "failed">("idle");
  const [said, setSaid] = useState("");
  const profile = catalogue.value?.profiles.find(({ id }) => id === choice.value.profile);
  const types: readonly OutputType[] = profile?.colorSpace === "cmyk" ? PRESS : SCREEN;
  const save = async (as: OutputType) => {
    setState("busy");
    setSaid(t(`Đang xuất ${as.toUpperCase()}…`, `Exporting ${as.toUpperCase()}…`));
    try {
      const answer = await askExport(choice.value, as, null);
      if ("findings" in answer) {
        setState("failed");
        setSaid(answer.findings.map(({ message }) => say(message)).join(" "));
        return;
      }
      const link = document.createElement("a");
      link.href = URL.createObjectURL(answer.file);
      link.download = answer.name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
      setState("done");
      setSaid(`${answer.name} · ${Math.max(1, Math.round(answer.file.size / 1024))} kB`);
    } catch (thrown) {
      setState("failed");
      setSaid(String(thrown));
    }
  };
  return (
    <section class="panel" aria-labelledby="export">
      <h2 id="export">{t("Xuất tệp", "Export")}</h2>
      <div class="segments wide" role="group" aria-label={t("Loại tệp", "File type")}>
        {types.map((as) => (
          <button
            type="button"
            key={as}
            disabled={state === "busy" || fatal.value.length > 0}
            onClick={() => void save(as)}
          >
            {as.toUpperCase()}
          </button>
        ))}
      </div>
      <p class={`about ${state}`} role="status">
        {said}
      </p>
    </section>
  );
}
