/** Everything that a print shop, a platform or a reader would complain about, for the profile that is chosen. */

import type { Finding } from "../shared/wire.ts";
import { Pick } from "./choice-panel.tsx";
import { Code, counts } from "./error-cards.tsx";
import { pointed } from "./look.ts";
import { catalogue, change, choice, currentFormat, findings, view } from "./state.ts";
import { say, t } from "./words.ts";

const GRAVITY = ["error", "warning", "note"] as const;
const LABELS = {
  error: () => t("lỗi", "error"),
  warning: () => t("cảnh báo", "warning"),
  note: () => t("ghi chú", "note"),
};

const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? "" : "s"}`;

export function PreflightPanel() {
  const list = findings.value;
  const { errors, warnings } = counts(list);
  const medium = currentFormat.value?.medium ?? "print";
  const profiles = catalogue.value?.profiles ?? [];
  const profile = profiles.find(({ id }) => id === choice.value.profile);
  const state = errors > 0 ? "bad" : warnings > 0 ? "warn" : "good";
  return (
    <section class="panel" aria-labelledby="preflight">
      <h2 id="preflight">
        {t("Kiểm tra trước khi in", "Preflight")}
        <span class={`verdict ${state}`}>
          {list.length === 0
            ? view.value && t("sạch", "clean")
            : [
                ...(errors > 0 ? [t(`${errors} lỗi`, counted(errors, "error"))] : []),
                ...(warnings > 0 ? [t(`${warnings} cảnh báo`, counted(warnings, "warning"))] : []),
                ...(errors + warnings === 0
                  ? [t(`${list.length} ghi chú`, counted(list.length, "note"))]
                  : []),
              ].join(", ")}
        </span>
      </h2>
      <Pick
        label={t("Hồ sơ", "Profile")}
        value={choice.value.profile}
        items={profiles.filter(({ colorSpace }) => medium === "print" || colorSpace === "rgb")}
        onPick={(id) => change({ profile: id })}
      />
      {profile && <p class="about">{say(profile.use)}</p>}
      <ul class="findings">
        {GRAVITY.flatMap((severity) =>
          list
            .filter((each) => each.severity === severity)
            .map((each, i) => <FindingItem key={`${severity} ${i} ${each.message.en}`} finding={each} />),
        )}
      </ul>
    </section>
  );
}

function FindingItem({ finding }: { readonly finding: Finding }) {
  const { severity, message, hint, where, source } = finding;
  const frame = where.frame;
  const aim = () => {
    pointed.value = frame === undefined ? null : { page: (where.page ?? 1) - 1, frame };
  };
  return (
    <li class={severity} onMouseEnter={aim} onMouseLeave={() => (pointed.value = null)}>
      <details>
        <summary onFocus={aim} onBlur={() => (pointed.value = null)}>
          <span class="mark">{LABELS[severity]()}:</span> {say(message)}
        </summary>
        <p>{say(hint)}</p>
        {source && <Code source={source} />}
        <p class="code">{finding.code}</p>
      </details>
    </li>
  );
}
