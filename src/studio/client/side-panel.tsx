/** What is found in the piece, what is laid over it, and the file that leaves. */

import { ExportPanel } from "./export-panel.tsx";
import { FramesPanel } from "./frames-panel.tsx";
import { LookPanel } from "./look-panel.tsx";
import { PreflightPanel } from "./preflight-panel.tsx";
import { mode } from "./state.ts";
import { t } from "./words.ts";

export const SidePanel = () => (
  <aside class="right" aria-label={t("Kiểm tra và xuất", "Checks and export")}>
    <PreflightPanel />
    {mode.value === "one" && <LookPanel />}
    {mode.value === "one" && <FramesPanel />}
    <ExportPanel />
  </aside>
);
