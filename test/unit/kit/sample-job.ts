/** A job without files: the shipped kit's colours and faces, and a brief that tests may change. */

import { readFileSync } from "node:fs";
import { composeContext } from "../../../src/compose/page-context.ts";
import { brandKit } from "../../../src/model/brand-kit.ts";
import { type Brief, brief } from "../../../src/model/brief.ts";
import { formatById } from "../../../src/model/formats/index.ts";
import type { Asset, ResolvedJob } from "../../../src/model/job.ts";
import { WEB_PROFILE } from "../../../src/model/output-profile.ts";
import type { PageContext, TemplateDefinition } from "../../../src/model/template.ts";
import { THEMES } from "../../../src/model/theme.ts";
import { discoverFonts } from "../../../src/resolve/fonts.ts";
import { buildPalette } from "../../../src/resolve/palette.ts";

const kit = brandKit.parse(JSON.parse(readFileSync("brand/kits/gdnn.json", "utf8")));
const fonts = await discoverFonts("fonts");
/** Families of the shipped faces. */
export const FAMILIES: readonly string[] = [...new Set(fonts.map((face) => face.family))];
const palette = buildPalette(kit, null).value;

const programme = (name: string) => ({ name, levels: ["trung-cap"], duration: "18 tháng", quota: 50 });

/** As typed by a caller, before the schema fills its defaults. */
export const SAMPLE_BRIEF = {
  institution: {
    name: "Trường Cao đẳng Nghề Mẫu",
    monogram: "NM",
    governingBody: "UBND tỉnh Mẫu",
    logo: null,
  },
  audience: { id: "pupils", name: "Học sinh" },
  badge: "Tuyển sinh 2026",
  message: {
    text: "Đồng hành nâng tầm kỹ năng lao động – Vì một Việt Nam thịnh vượng",
    overline: null,
    headline: {
      settings: [
        ["Đồng hành", "nâng tầm", "kỹ năng", "lao động"],
        ["Đồng hành nâng tầm", "kỹ năng lao động"],
      ],
      emphasis: "kỹ năng lao động",
    },
    tail: { settings: [["Vì một Việt Nam thịnh vượng"]] },
  },
  lead: "Học đi đôi với hành, gắn với doanh nghiệp.",
  event: { name: "Ngày hội", date: "2026-10-04", time: "07:30", place: "TP. Phan Thiết" },
  programmesTitle: "3 nghề đang tuyển sinh",
  programmes: ["Công nghệ ô tô", "Hàn", "Điện công nghiệp"].map(programme),
  benefits: ["Có ký túc xá"],
  callToAction: "Đăng ký ngay",
  enrolmentPeriod: "Nhận hồ sơ đến 30/9/2026",
  contact: { phones: ["02523000111"], addresses: ["Số 15 đường Trường Chinh"], website: "mau.example.vn" },
  qr: "https://mau.example.vn/ts",
  photo: null,
};

export interface SampleOptions {
  readonly format?: string;
  readonly brief?: Readonly<Record<string, unknown>>;
  readonly template?: TemplateDefinition;
  readonly theme?: string;
  readonly assets?: readonly Asset[];
  readonly faces?: ResolvedJob["faces"];
}

export const sampleBrief = (changes: Readonly<Record<string, unknown>> = {}): Brief =>
  brief.parse({ ...SAMPLE_BRIEF, ...changes });

/** A job as far as compose reads it. */
export function sampleJob(options: SampleOptions = {}): ResolvedJob {
  const theme = THEMES.find(({ id }) => id === (options.theme ?? "vuon-len"))!;
  const job: Partial<ResolvedJob> = {
    template: options.template ?? templateOf(() => null),
    format: formatById(options.format ?? "a5")!,
    theme,
    faces: options.faces ?? { display: theme.displayFace ?? kit.faces.text, text: kit.faces.text },
    profile: WEB_PROFILE,
    kit,
    palette,
    brief: sampleBrief(options.brief),
    fonts,
    assets: options.assets ?? [],
  };
  return job as ResolvedJob;
}

export const samplePage = (options: SampleOptions = {}): PageContext =>
  composeContext(sampleJob(options)).page;

export function templateOf(pages: TemplateDefinition["pages"]): TemplateDefinition {
  const name = { vi: "Mẫu thử", en: "Sample" };
  return { id: "sample", name, description: name, formats: ["a5"], themes: ["vuon-len"], pages };
}
