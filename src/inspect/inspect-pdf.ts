/**
 * Reads any PDF and says what a press would make of it.
 *
 * ```
 * bytes ─readFile→ objects ─PdfDocument→ pages ─interpret→ Painted… ─┬→ rules → Diagnostic[]
 *                                                                    ├→ page report
 *                                                                    └→ X-4 facts ─clauses→ verdict
 * ```
 *
 * Nothing is trusted: whatever the bytes are, the answer is a report and findings, after bounded work.
 */

import { type Diagnostic, diagnose, type Outcome } from "../base/diagnostic.ts";
import type { Size } from "../base/geometry.ts";
import { type LayerStates, readLayers } from "./content/layers.ts";
import type { Painted } from "./content/painted.ts";
import type { Notice } from "./content/state.ts";
import { type ExpectationSources, expectations } from "./expectations.ts";
import { PdfDocument } from "./file/document.ts";
import { listPages, type PageObject } from "./file/pages.ts";
import { readFile } from "./file/read-file.ts";
import { readBoxes } from "./page-boxes.ts";
import { collectPage } from "./page-report.ts";
import { readPage, startPage } from "./read-page.ts";
import type { PageReport, PdfReport } from "./report.ts";
import { judgeBoxes, judgeTrimBoxes, judgeUserUnits } from "./rules/boxes.ts";
import { cutLine } from "./rules/cut-line.ts";
import { deviceColor } from "./rules/device-color.ts";
import { endsAtTrim } from "./rules/ends-at-trim.ts";
import { fonts } from "./rules/fonts.ts";
import { imageInk } from "./rules/image-ink.ts";
import { imageResolution } from "./rules/image-resolution.ts";
import { inkLimit } from "./rules/ink-limit.ts";
import { inkSum } from "./rules/ink-sum.ts";
import type { Expectations, JudgedPage, Rule } from "./rules/judge.ts";
import { judgeNeededPlates } from "./rules/needed-plates.ts";
import { overprint } from "./rules/overprint.ts";
import { judgeCondition } from "./rules/printing-condition.ts";
import { registration } from "./rules/registration.ts";
import { richBlackText } from "./rules/rich-black-text.ts";
import { judgeSpotNames } from "./rules/spot-names.ts";
import { thinLine } from "./rules/thin-line.ts";
import { tinyText } from "./rules/tiny-text.ts";
import { transparency } from "./rules/transparency.ts";
import { unreadable } from "./unreadable.ts";
import { collectColors, gatherFacts, type X4Page } from "./x4/facts.ts";
import { judgeClaims } from "./x4/judge-claims.ts";
import { judgeX4, reportIntent } from "./x4/judge-x4.ts";

const RULES: readonly Rule[] = [
  fonts,
  deviceColor,
  registration,
  inkLimit,
  inkSum,
  cutLine,
  thinLine,
  tinyText,
  richBlackText,
  overprint,
  imageResolution,
  endsAtTrim,
  transparency,
];

export interface InspectOptions extends ExpectationSources {
  /** What to call the file in sentences; `PDF` by default. */
  readonly name?: string;
}

/** Never throws for what is in the bytes; a file that cannot be read is an error of the request. */
export async function inspectPdf(bytes: Uint8Array, options: InspectOptions): Promise<Outcome<PdfReport>> {
  const { name = "PDF", profile } = options;
  const file = readFile(bytes);
  const document = new PdfDocument(file);
  const refusal = unreadable(document, bytes, name);
  if (refusal) return { value: emptyReport(bytes, file.headerVersion), diagnostics: [refusal] };

  const layers = readLayers(document);
  const wanted = expectations(document, options);
  const read: ReadPage[] = [];
  for (const page of listPages(document)) read.push(await inspectPage(document, page, layers, wanted));

  const facts = gatherFacts(
    document,
    read.map(({ x4 }) => x4),
    layers.layers,
  );
  const pdfX = judgeX4(facts);
  const pages = read.map(({ report }) => report);
  const value: PdfReport = {
    byteLength: bytes.byteLength,
    version: document.nameAt(facts.catalog, "Version") ?? file.headerVersion,
    title: document.textAt(facts.info, "Title"),
    pages,
    layers: layers.layers,
    outputIntent: reportIntent(facts),
    pdfX,
  };
  return {
    value,
    diagnostics: [
      ...judgeFile(document, value),
      ...(wanted.press ? judgeForPress(pages) : []),
      ...(profile
        ? judgeNeededPlates(
            pages.flatMap(({ inks }) => inks),
            profile.finishing,
          )
        : []),
      ...read.flatMap(({ diagnostics }) => diagnostics),
      ...judgeCondition(value.outputIntent, options),
      ...judgeClaims(pdfX, profile),
    ],
  };
}

interface ReadPage {
  readonly report: PageReport;
  readonly x4: X4Page;
  readonly diagnostics: readonly Diagnostic[];
}

async function inspectPage(
  document: PdfDocument,
  page: PageObject,
  layers: LayerStates,
  wanted: Expectations,
): Promise<ReadPage> {
  const boxes = readBoxes(document, page);
  const run = startPage((painted: Painted) => {
    for (const judge of judges) judge.see(painted);
  }, layers);
  const judged: JudgedPage = { number: page.number, boxes, run, wanted };
  const collector = collectPage(judged);
  const colors = collectColors();
  const pictures = imageInk(judged, document, collector);
  const rules = RULES.map((rule) => rule(judged));
  const judges = [collector, colors, pictures, ...rules];
  readPage(document, page, boxes, run);
  const measured = await pictures.measure();
  return {
    report: collector.report(),
    x4: { page, boxes, run, colors: colors.colors() },
    diagnostics: [
      ...judgeBoxes(judged),
      ...[...run.notices].flatMap((notice) => judgeNotice(page.number, notice)),
      ...rules.flatMap((rule) => rule.end()),
      ...measured,
    ],
  };
}

const NOTICES: Readonly<Record<Notice, readonly [vi: string, en: string] | null>> = {
  recursion: ["một XObject chứa chính nó", "a form contains itself"],
  depth: ["lồng nhau quá sâu", "it is nested too deep"],
  unbalanced: ["q và Q không cân bằng", "q and Q do not balance"],
  "damaged-stream": ["một luồng dữ liệu hỏng hoặc quá lớn", "a stream is broken or too large"],
  // A matter of PDF/X only, see its clause.
  "deep-states": null,
};

function judgeNotice(page: number, notice: Notice): readonly Diagnostic[] {
  const words = NOTICES[notice];
  if (!words) return [];
  return [diagnose("pdf.content-damaged", { page, reasonVi: words[0], reason: words[1] }, { page })];
}

/** What concerns no single page. */
function judgeFile({ file }: PdfDocument, { pages, layers }: PdfReport): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  if (file.broken > 0) {
    const [reasonVi, reason] = [
      `${file.broken} đối tượng không đọc được`,
      `${file.broken} objects cannot be read`,
    ];
    found.push(diagnose("pdf.damaged", { reasonVi, reason }));
  }
  if (!file.endsWell) {
    const [reasonVi, reason] = ["phần cuối tệp bị thiếu", "its end is missing"];
    found.push(diagnose("pdf.damaged", { reasonVi, reason }));
  }
  for (const { vi, en } of file.budget.reached)
    found.push(diagnose("pdf.limit-reached", { limitVi: vi, limit: en }));
  const size = ({ trim }: PageReport) => `${trim.width} × ${trim.height}`;
  const first = pages[0];
  const other = first && pages.find(({ trim }) => !isSameSize(trim, first.trim));
  if (other) {
    const params = { page: other.number, found: size(other), expected: size(first) };
    found.push(diagnose("pdf.page-sizes", params, { page: other.number }));
  }
  if (layers.length > 0) {
    const named = (off: string) =>
      layers.map(({ name, prints }) => (prints ? name : `${name} (${off})`)).join(", ");
    found.push(diagnose("pdf.layers", { namesVi: named("không in"), names: named("off in print") }));
  }
  return found;
}

function judgeForPress(pages: readonly PageReport[]): readonly Diagnostic[] {
  const blank = pages.filter((page) => page.blank).map(({ number }) => number);
  // A file of blank pages alone shows that by itself.
  const isNews = blank.length > 0 && blank.length < pages.length;
  return [
    ...judgeTrimBoxes(pages),
    ...judgeUserUnits(pages),
    ...judgeSpotNames(pages.flatMap(({ inks }) => inks)),
    ...(isNews ? [diagnose("pdf.blank-pages", { pages: blank.join(", ") }, { page: blank[0]! })] : []),
  ];
}

/** Sizes that differ by less are one size, rounded by the writer, mm. */
const SAME_SIZE = 0.1;

const isSameSize = (one: Size, other: Size): boolean =>
  Math.abs(one.width - other.width) <= SAME_SIZE && Math.abs(one.height - other.height) <= SAME_SIZE;

const emptyReport = (bytes: Uint8Array, version: string | null): PdfReport => ({
  byteLength: bytes.byteLength,
  version,
  title: null,
  pages: [],
  layers: [],
  outputIntent: null,
  pdfX: { claims: null, meets: false, broken: [] },
});
