/** What keeps the piece from being laid out, over the last picture of it: where, why, and what to do. */

import type { CodeFrame, Finding } from "../shared/wire.ts";
import { openSource } from "./api.ts";
import { fatal, findings, isError, isOutdated, view } from "./state.ts";
import { say, t } from "./words.ts";

export function ErrorCards() {
  const stopping = fatal.value;
  if (stopping.length === 0) return null;
  return (
    <section class="cards" role="alert" aria-label={t("Lỗi", "Errors")} data-outdated={isOutdated.value}>
      {stopping.map((finding) => (
        <Card key={`${finding.code} ${finding.message.en}`} finding={finding} />
      ))}
      {view.value && (
        <p class="note">
          {t("Bên dưới là lần dựng được gần nhất.", "Below is the last state that could be laid out.")}
        </p>
      )}
    </section>
  );
}

/**
 * Errors of a piece that could be laid out all the same: in a corner, so that what is wrong stays in view; on the page
 * the place is marked.
 */
export function PieceErrors() {
  const list = findings.value.filter(isError);
  if (fatal.value.length > 0 || list.length === 0) return null;
  return (
    <section class="piece-errors" role="alert" aria-label={t("Lỗi trên ấn phẩm", "Errors of the piece")}>
      {list.slice(0, MOST_SHOWN).map((finding) => (
        <details key={`${finding.code} ${finding.message.en}`} class="card small">
          <summary>
            {say(finding.message)}
            {finding.source && <span class="code">{placeName(finding.source)}</span>}
          </summary>
          <p>{say(finding.hint)}</p>
          {finding.source && <Code source={finding.source} />}
        </details>
      ))}
      {list.length > MOST_SHOWN && (
        <p class="note">
          {t(`và ${list.length - MOST_SHOWN} lỗi nữa`, `and ${list.length - MOST_SHOWN} more`)}
        </p>
      )}
    </section>
  );
}

const MOST_SHOWN = 3;

const placeName = ({ shown, place }: CodeFrame): string =>
  `${shown.split("/").at(-1)}:${place.line}:${place.column}`;

function Card({ finding }: { readonly finding: Finding }) {
  const { code, message, hint, source } = finding;
  return (
    <article class="card">
      <p class="code">{code}</p>
      <h2>{say(message)}</h2>
      <p>{say(hint)}</p>
      {source && <Code source={source} />}
    </article>
  );
}

/** Lines of a file with the place marked; clicking opens the editor there. */
export function Code({ source }: { readonly source: CodeFrame }) {
  const { shown, place, lines } = source;
  return (
    <figure class="code-frame">
      <figcaption>
        <button type="button" class="link" onClick={() => void openSource(place)}>
          {shown}:{place.line}:{place.column}
        </button>
      </figcaption>
      <pre>
        {lines.map(({ number, text }) => (
          <div key={number} class={number === place.line ? "line here" : "line"}>
            <span class="number">{number}</span>
            <code>{text === "" ? " " : text}</code>
            {number === place.line && (
              <span
                class="caret"
                style={{ left: `calc(4.2em + ${place.column - 1}ch)` }}
                aria-hidden="true"
              />
            )}
          </div>
        ))}
      </pre>
    </figure>
  );
}

/** How many things are found, by gravity, for badges. */
export function counts(list: readonly Finding[]): { readonly errors: number; readonly warnings: number } {
  return {
    errors: list.filter(isError).length,
    warnings: list.filter(({ severity }) => severity === "warning").length,
  };
}
