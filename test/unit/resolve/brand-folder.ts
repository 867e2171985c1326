/** A small brand folder of literals on disk, so that these tests do not depend on the brand that ships. */

import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { COLOR_TOKENS } from "../../../src/model/color-token.ts";
import { WEB_PROFILE } from "../../../src/model/output-profile.ts";
import type { TemplateDefinition } from "../../../src/model/template.ts";
import { type Library, openLibrary } from "../../../src/resolve/library.ts";

const HEXES = [
  "#0b2a6b",
  "#103a8a",
  "#1651b8",
  "#2f86e8",
  "#ff8a1f",
  "#ffc933",
  "#0f1a33",
  "#5a6478",
  "#e8f0fb",
  "#fff4dc",
  "#ffffff",
];

export const KIT = {
  id: "kit",
  name: { vi: "Bộ", en: "Kit" },
  colors: Object.fromEntries(COLOR_TOKENS.map((token, i) => [token, { rgb: HEXES[i] }])),
  richBlack: { c: 60, m: 40, y: 40, k: 100 },
  faces: { display: "Be Vietnam Pro", text: "Be Vietnam Pro", formal: "Be Vietnam Pro" },
  marks: { campaign: "logos/campaign.svg", authority: null },
};

export const CAMPAIGN = {
  id: "gdnn-2026",
  name: { vi: "Chiến dịch", en: "Campaign" },
  year: 2026,
  kit: "kit",
  badge: "Tuyển sinh 2026",
  enrolmentPeriod: "Đến 30/9",
  messages: [
    { id: "one", text: "Thông điệp một", headline: { settings: [["Thông điệp", "một"]], emphasis: "một" } },
    { id: "two", text: "Thông điệp hai", headline: { settings: [["Thông điệp hai"]] } },
  ],
  audiences: [
    {
      id: "all",
      name: { vi: "Mọi người", en: "All" },
      lead: "Dẫn",
      callToAction: "Đăng ký",
      benefits: ["Lợi ích"],
    },
    {
      id: "parents",
      name: { vi: "Phụ huynh", en: "Parents" },
      shownAs: "Quý phụ huynh",
      lead: "Dẫn cho phụ huynh",
      callToAction: "Gọi",
      benefits: ["Yên tâm"],
    },
  ],
  events: [
    {
      id: "skills-day",
      name: "Ngày kỹ năng",
      day: "10-04",
      badge: "Ngày kỹ năng 04/10",
      lead: "Dẫn sự kiện",
      message: "two",
      award: "skills",
      invitation: { greeting: "Kính mời", purpose: "tới dự Ngày kỹ năng" },
    },
    { id: "fair", name: "Ngày hội", badge: "Ngày hội", lead: "Dẫn ngày hội" },
  ],
  awards: [
    { id: "course", title: "Giấy chứng nhận", citation: "Đã hoàn thành khóa học" },
    { id: "skills", title: "Giấy khen", citation: "Đạt giải", number: "Số: 1", place: "Hà Nội" },
  ],
  invitation: { greeting: "Trân trọng kính mời", purpose: "tới thăm trường" },
  handbook: { title: "Cẩm nang", chapters: [{ id: "why", title: "Vì sao", kind: "prose" }] },
  products: [],
  channels: [],
};

export const SCHOOL = {
  id: "school",
  name: { text: "Trường Cao đẳng Nghề", short: "CĐ Nghề" },
  monogram: "CĐN",
  governingBody: "UBND tỉnh",
  province: "Bình Thuận",
  logo: "logos/school.svg",
  programmes: [
    { name: "Hàn", levels: ["trung-cap"] },
    { name: "Điện", levels: ["cao-dang"] },
  ],
  benefits: [] as string[],
  signer: { role: "Hiệu trưởng", name: "Trần Văn Mẫu" },
  contact: { phones: ["0252 3822 999"], addresses: ["Số 1, Phan Thiết"] },
  enrolmentUrl: "https://school.example/ts",
};

export const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><rect width="20" height="10"/></svg>';

const TEMPLATE: TemplateDefinition = {
  id: "flyer",
  name: { vi: "Tờ rơi", en: "Flyer" },
  description: { vi: "Tờ rơi", en: "Flyer" },
  formats: ["a5", "a4", "facebook-cover", "handbook-a5"],
  themes: ["vuon-len"],
  pages: () => null,
};

/** Writes files into a new temporary folder, JSON for anything but text and bytes. */
export async function makeBrand(changes: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "anpham-brand-"));
  const files: Record<string, unknown> = {
    "kits/kit.json": KIT,
    "campaigns/gdnn-2026.json": CAMPAIGN,
    "institutions/school.json": SCHOOL,
    "institutions/bare.json": { ...SCHOOL, id: "bare", logo: null, programmes: [], enrolmentUrl: null },
    "profiles/print.json": { ...WEB_PROFILE, id: "print" },
    "logos/campaign.svg": SVG,
    "logos/school.svg": SVG.replace(/<rect.*\/>/, '<circle cx="10" cy="5" r="4"/>'),
    ...changes,
  };
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    const isPlain = typeof content === "string" || content instanceof Uint8Array;
    await writeFile(join(folder, path), isPlain ? content : JSON.stringify(content));
  }
  return folder;
}

/** The library over such a folder, with one template “flyer”. */
export function libraryOver(brand: string, changes: Partial<TemplateDefinition> = {}): Library {
  const template = { ...TEMPLATE, ...changes };
  return openLibrary({
    brand,
    fonts: join(import.meta.dirname, "../../../fonts"),
    templates: { ids: ["flyer"], load: () => Promise.resolve(template) },
    pictures: join(brand, "caller"),
  });
}
