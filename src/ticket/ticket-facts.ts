/** Everything a print ticket says, in words: no layout, no pictures. */

import type { Mm } from "../base/units.ts";
import type { InkConverter } from "../export/ink/ink-converter.ts";
import { bleedOf } from "../model/allowance.ts";
import { panelsOf } from "../model/fold.ts";
import type { Format } from "../model/format.ts";
import type { ResolvedJob } from "../model/job.ts";
import { MEDIA_TYPES } from "../model/output-files.ts";
import type { OutputProfile } from "../model/output-profile.ts";
import type { Scene } from "../model/scene.ts";
import type { Sheet } from "../model/sheet.ts";
import { fileSizeWords } from "./file-size-words.ts";
import { cutBeyond, finishingWords } from "./finishing-words.ts";
import { usualMaterial } from "./materials.ts";
import { decimal, lengthInMm, sizeWords } from "./numbers.ts";
import { spotNames, type UsedInk, usedInks } from "./used-inks.ts";

export interface TicketFile {
  /** As the shop receives it, without folders. */
  readonly name: string;
  /** Size. */
  readonly bytes: number;
  /** Lower-case hex. */
  readonly sha256: string;
  /** `application/pdf`, `image/tiff`, … */
  readonly mediaType: string;
}

export interface TicketRequest {
  readonly job: ResolvedJob;
  /** As exported. */
  readonly sheets: readonly Sheet[];
  /** What the shop receives; several when each page is a file. */
  readonly files: readonly TicketFile[];
  /** Copies ordered; `null` leaves a line to write on. */
  readonly quantity: number | null;
}

export interface TicketFact {
  readonly label: string;
  /** `null` leaves a line to write on. */
  readonly value: string | null;
}

export interface TicketFacts {
  readonly title: string;
  readonly institution: string;
  readonly facts: readonly TicketFact[];
  readonly inks: readonly UsedInk[];
  readonly files: readonly TicketFile[];
}

/** Of files in inks where there is a printing condition. */
const INKED: ReadonlySet<string> = new Set([MEDIA_TYPES.pdf, MEDIA_TYPES.tiff, MEDIA_TYPES.jpeg]);

/** Whether files can hold inks: pictures for screens have none, whatever the profile says. */
export const holdInks = (files: readonly Pick<TicketFile, "mediaType">[]): boolean =>
  files.every(({ mediaType }) => INKED.has(mediaType));

/** @param converter `null` where the files stay RGB */
export function ticketFacts(request: TicketRequest, converter: InkConverter | null): TicketFacts {
  const { job, sheets, files, quantity } = request;
  const { format, profile, condition } = job;
  const scenes = [...new Set(sheets.flatMap(({ placements }) => placements.map(({ scene }) => scene)))];
  const bleed = bleedOf(profile, format.bleed);
  const facts: TicketFact[] = [
    { label: "Loại ấn phẩm", value: format.name.vi },
    ...sizes(format, profile),
    { label: "Tràn lề", value: bleedWords(bleed, cutBeyond(format, profile)) },
    {
      label: "Khổ tệp",
      value: fileSizeWords(sheets, {
        resolution: arePdf(files) ? null : { ppi: job.ppi, scale: profile.scale },
        isBooklet: profile.booklet !== null,
      }),
    },
    { label: "Số mặt", value: sidesWords(scenes.length) },
    { label: "Vật liệu (gợi ý)", value: usualMaterial(format, profile.finishing) },
    { label: "Gia công", value: finishingWords(format, profile, arePdf(files)).join(". ") },
    { label: "Số lượng", value: quantity === null ? null : `${decimal(quantity)} bản` },
    { label: "Màu in", value: plates(scenes, profile, converter, arePdf(files)) },
    {
      label: "Điều kiện in",
      value:
        condition && converter ? `${condition.name.vi}, tổng mực ≤ ${condition.inkLimit} %` : "RGB (sRGB)",
    },
    { label: "Hồ sơ xuất", value: profileWords(profile, files) },
  ];
  return {
    title: job.title,
    institution: job.brief.institution.name.text,
    facts,
    inks: usedInks(scenes, converter),
    files,
  };
}

/** Finished and flat size are told apart where the piece is folded. */
function sizes(format: Format, profile: Pick<OutputProfile, "finishing">): readonly TicketFact[] {
  const flat = sizeWords(format.width, format.height);
  const { folds, shape, wrap } = format;
  const out = cutBeyond(format, profile);
  if (out > 0) {
    const [width, height] = [format.width + 2 * out, format.height + 2 * out];
    const [cut, art] =
      shape === "circle"
        ? [`Ø ${lengthInMm(width)}`, `Ø ${lengthInMm(format.width)}`]
        : [sizeWords(width, height), flat];
    return [{ label: "Thành phẩm", value: `${cut} theo nét bế (hình ${art})` }];
  }
  if (shape === "circle") return [{ label: "Thành phẩm", value: circleWords(format.width, wrap) }];
  if (folds.length === 0) return [{ label: "Thành phẩm", value: flat }];
  const panels = panelsOf(format, folds, 0);
  const width = Math.max(...panels.map((panel) => panel.width));
  const height = Math.max(...panels.map((panel) => panel.height));
  return [
    { label: "Thành phẩm", value: `${sizeWords(width, height)} (đã gấp)` },
    { label: "Kích thước trải", value: flat },
  ];
}

/** Bleed begins where the knife goes. */
function bleedWords(bleed: Mm, cut: Mm): string {
  if (bleed - cut <= 0) return "Không";
  return cut > 0 ? `${lengthInMm(bleed - cut)} ngoài nét bế` : `${lengthInMm(bleed)} mỗi cạnh`;
}

const circleWords = (diameter: Mm, wrap: Mm): string =>
  wrap > 0
    ? `Ø ${lengthInMm(diameter - 2 * wrap)} (cắt giấy Ø ${lengthInMm(diameter)})`
    : `Ø ${lengthInMm(diameter)}`;

function sidesWords(pages: number): string {
  if (pages === 1) return "1 mặt";
  return pages === 2 ? "2 mặt" : `${pages} trang`;
}

function plates(
  scenes: readonly Scene[],
  { finishing }: OutputProfile,
  converter: InkConverter | null,
  isPdf: boolean,
): string {
  if (!converter) return "RGB, không tách bản";
  // Pictures hold no plates but these four.
  if (!isPdf) return "4 màu (CMYK)";
  const white = finishing.whiteInk ? ["mực trắng (White)"] : [];
  const spots = [...spotNames(scenes, converter), ...white];
  return spots.length === 0 ? "4 màu (CMYK)" : `4 màu (CMYK) và ${spots.join(", ")}`;
}

const arePdf = (files: readonly Pick<TicketFile, "mediaType">[]): boolean =>
  files.every(({ mediaType }) => mediaType === "application/pdf");

const profileWords = (
  { name, standard, colorSpace }: OutputProfile,
  files: readonly Pick<TicketFile, "mediaType">[],
): string =>
  arePdf(files) && colorSpace === "cmyk" && standard === "pdf/x-4" ? `${name.vi} (PDF/X-4)` : name.vi;
