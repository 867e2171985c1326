/** Carries one decision about old encodings through a table, and counts what it changed. */

import { type Diagnostic, diagnose, fail } from "../../base/diagnostic.ts";
import { ENCODING_NAMES, type EncodingChoice, LEGACY_ENCODINGS, type LegacyEncoding } from "./encodings.ts";
import { convertCell, judge, suspect } from "./legacy-text.ts";
import { quoted } from "./raw-table.ts";

export interface LegacyState {
  /** The encoding that cells are converted from; `null` for none. */
  readonly encoding: LegacyEncoding | null;
  /** The text as it is used; counted and checked only by {@link convert}. */
  peek(text: string): string;
  convert(text: string): { readonly text: string; readonly diagnostics: readonly Diagnostic[] };
  findings(): readonly Diagnostic[];
}

const EXAMPLES = 3;
const percent = (share: number): number => Math.round(share * 100);

/**
 * Decides from the first cells of a table.
 * @param isBytes the characters stand for bytes that are no Unicode
 * @throws AnphamError `rows.unsure-encoding` when they must be something else and nobody knows what
 */
export function legacyState(
  sample: readonly string[],
  {
    asked,
    isBytes,
    file,
  }: { readonly asked: EncodingChoice; readonly isBytes: boolean; readonly file: string },
): LegacyState {
  const verdict = judge(sample, isBytes);
  const wished = LEGACY_ENCODINGS.find((each) => each === asked) ?? null;
  if (wished) return converting(wished, isBytes || verdict.isWhole, verdict.shares[wished]);
  if (asked !== "auto") return UNTOUCHED;
  if (verdict.encoding === null) return WATCHING;
  if (verdict.isSure) return converting(verdict.encoding, verdict.isWhole, verdict.share);
  if (isBytes) {
    const scores = LEGACY_ENCODINGS.map(
      (each) => `${ENCODING_NAMES[each]} ${percent(verdict.shares[each])} %`,
    );
    fail("rows.unsure-encoding", { file, scores: scores.join(", ") }, { file });
  }
  return WATCHING;
}

/** The caller says that the text is what it is. */
const UNTOUCHED: LegacyState = {
  encoding: null,
  peek: (text) => text,
  convert: (text) => ({ text, diagnostics: [] }),
  findings: () => [],
};

/** Nothing is converted, but cells that look wrong are told. */
const WATCHING: LegacyState = {
  ...UNTOUCHED,
  convert: (text) => {
    const found = suspect(text);
    if (!found) return { text, diagnostics: [] };
    const { encoding, converted } = found;
    const told = diagnose("rows.suspect-text", {
      text: quoted(text),
      converted: quoted(converted),
      encoding: ENCODING_NAMES[encoding],
      option: encoding,
    });
    return { text, diagnostics: [told] };
  },
};

function converting(encoding: LegacyEncoding, isWhole: boolean, share: number): LegacyState {
  let count = 0;
  const examples: string[] = [];
  return {
    encoding,
    peek: (text) => convertCell(text, encoding, isWhole),
    convert(text) {
      const converted = convertCell(text, encoding, isWhole);
      if (converted !== text) {
        count++;
        if (examples.length < EXAMPLES) examples.push(`“${quoted(text)}” → “${quoted(converted)}”`);
      }
      return { text: converted, diagnostics: [] };
    },
    findings: () =>
      count === 0
        ? []
        : [
            diagnose("rows.text-converted", {
              count,
              encoding: ENCODING_NAMES[encoding],
              percent: percent(share),
              examples: examples.join("; "),
            }),
          ],
  };
}
