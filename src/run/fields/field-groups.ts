/** What belongs together on a form. */

import type { Localized } from "../../base/diagnostic.ts";

/** In the order of a form. */
export const FIELD_GROUPS = {
  piece: { vi: "Ấn phẩm", en: "Piece" },
  message: { vi: "Thông điệp", en: "Message" },
  event: { vi: "Sự kiện", en: "Event" },
  person: { vi: "Người nhận", en: "Person" },
  award: { vi: "Chứng nhận", en: "Certificate" },
  invitation: { vi: "Lời mời", en: "Invitation" },
  handbook: { vi: "Cẩm nang", en: "Handbook" },
  pictures: { vi: "Hình ảnh", en: "Pictures" },
  institution: { vi: "Cơ sở", en: "Institution" },
  programmes: { vi: "Ngành, nghề", en: "Programmes" },
  contact: { vi: "Liên hệ", en: "Contact" },
  colors: { vi: "Màu sắc", en: "Colours" },
  output: { vi: "Tệp xuất", en: "File" },
} as const satisfies Readonly<Record<string, Localized>>;

export type GroupId = keyof typeof FIELD_GROUPS;

const OWN_GROUP: Readonly<Record<string, GroupId>> = {
  template: "piece",
  format: "piece",
  theme: "piece",
  campaign: "piece",
  institution: "institution",
  "institution.logo": "pictures",
  "institution.enrolmentUrl": "contact",
  qr: "contact",
  programmesTitle: "programmes",
  benefits: "programmes",
  directory: "handbook",
  photo: "pictures",
  audience: "message",
  badge: "message",
  lead: "message",
  callToAction: "message",
  enrolmentPeriod: "message",
};
/** Fields that say what file is made, not what is on it. */
export const OUTPUT_FIELDS: readonly string[] = [
  "as",
  "profile",
  "ppi",
  "bleed",
  "marks",
  "outline",
  "scale",
  "mirror",
  "date",
];

/** The group of a field by its path. */
export function fieldGroup(path: string): GroupId {
  const [top = ""] = path.split(".");
  if (OUTPUT_FIELDS.includes(path)) return "output";
  if (path.startsWith("institution.colors.")) return "colors";
  const own = OWN_GROUP[path] ?? OWN_GROUP[top];
  return own ?? (Object.hasOwn(FIELD_GROUPS, top) ? (top as GroupId) : "message");
}
