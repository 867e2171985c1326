/**
 * What people are told of each field besides its Vietnamese name, which is the first in {@link SYNONYMS}: the
 * English name and an example. Forms, schemas and documents all take them from here.
 */

import type { Localized } from "../../base/diagnostic.ts";
import { columnNameOf } from "../rows/match-columns.ts";

interface FieldWords {
  readonly en: string;
  /** As it is typed; `null` where there is nothing typical to show. */
  readonly example: string | null;
}

const words = (en: string, example: string | null = null): FieldWords => ({ en, example });
const short = (en: string): FieldWords => words(`${en}, short form`);

/** By {@link Field.path}; every field is here. */
export const FIELD_WORDS: Readonly<Record<string, FieldWords>> = {
  template: words("Template", "recruitment-flyer"),
  format: words("Format", "a5"),
  campaign: words("Campaign", "gdnn-2026"),
  message: words("Message of the campaign"),
  audience: words("Readers", "phu-huynh"),
  event: words("Event of the campaign"),
  theme: words("Theme", "vuon-len"),
  as: words("File type", "pdf"),
  profile: words("Output profile", "print"),
  ppi: words("Resolution, pixels per inch", "300"),
  bleed: words("Bleed, mm", "3"),
  marks: words("Printer's marks", "crop,bleed"),
  outline: words("Text as outlines"),
  scale: words("Size of the file to the finished piece", "0.1"),
  mirror: words("Mirrored"),
  date: words("Day written into the file", "2026-09-30"),

  institution: words("Institution", "cd-ky-nghe-binh-thuan"),
  "institution.id": words("Institution id", "cd-y-te"),
  "institution.sample": words("Invented sample"),
  "institution.name": words("Institution name", "Trường Cao đẳng Kỹ nghệ Bình Thuận"),
  "institution.name.short": short("Institution name"),
  "institution.monogram": words("Monogram", "KN"),
  "institution.governingBody": words("Governing body", "Ủy ban nhân dân tỉnh Bình Thuận"),
  "institution.governingBody.short": short("Governing body"),
  "institution.province": words("Province", "Bình Thuận"),
  "institution.logo": words("Logo"),
  "institution.colors.primary.rgb": words("Main colour", "#0b2a6b"),
  "institution.colors.primary.cmyk.c": words("Main colour, cyan %", "100"),
  "institution.colors.primary.cmyk.m": words("Main colour, magenta %", "80"),
  "institution.colors.primary.cmyk.y": words("Main colour, yellow %", "10"),
  "institution.colors.primary.cmyk.k": words("Main colour, black %", "20"),
  "institution.colors.accent.rgb": words("Accent colour", "#ff8a1f"),
  "institution.colors.accent.cmyk.c": words("Accent colour, cyan %", "0"),
  "institution.colors.accent.cmyk.m": words("Accent colour, magenta %", "55"),
  "institution.colors.accent.cmyk.y": words("Accent colour, yellow %", "95"),
  "institution.colors.accent.cmyk.k": words("Accent colour, black %", "0"),
  "institution.signer.role": words("Office of the head", "Hiệu trưởng"),
  "institution.signer.role.short": short("Office of the head"),
  "institution.signer.name": words("Head of the institution", "Nguyễn Văn An"),
  "institution.enrolmentUrl": words("Enrolment page", "https://tuyensinh.example.edu.vn"),

  "contact.phones": words("Telephone numbers", "0252 3822 999"),
  "contact.addresses": words("Addresses", "205 Lê Lợi, thành phố Phan Thiết"),
  "contact.website": words("Website", "cdknbt.edu.vn"),
  "contact.email": words("E-mail address", "tuyensinh@cdknbt.edu.vn"),
  "contact.facebook": words("Facebook page", "facebook.com/cdknbt"),
  "contact.zalo": words("Zalo", "0912 345 678"),

  programmes: words("Programmes", "Điện công nghiệp (cao đẳng); Hàn (trung cấp)"),
  programmesTitle: words("Heading of the programmes", "8 nghề đang cần người"),
  "programmesTitle.short": short("Heading of the programmes"),
  benefits: words("Benefits", "Miễn học phí; Giới thiệu việc làm"),

  "audience.id": words("Id of the readers", "hoc-sinh"),
  "audience.name": words("Name of the readers", "Quý phụ huynh"),
  "audience.name.short": short("Name of the readers"),
  badge: words("Badge", "Tuyển sinh 2026"),
  "badge.short": short("Badge"),
  "message.text": words("Message in full", "Vững tay nghề, sáng tương lai"),
  "message.overline": words("Line above the headline", "Ngày hội việc làm"),
  "message.headline.settings": words("Settings of the headline"),
  "message.headline.emphasis": words("Emphasis in the headline", "sáng tương lai"),
  "message.tail.settings": words("Settings of the tail"),
  lead: words("Lead", "Học nghề gắn với doanh nghiệp, thực hành ngay từ học kỳ đầu."),
  "lead.short": short("Lead"),
  callToAction: words("Call to action", "Đăng ký ngay hôm nay"),
  "callToAction.short": short("Call to action"),
  enrolmentPeriod: words("Enrolment period", "Nhận hồ sơ đến hết 30/9/2026"),
  "enrolmentPeriod.short": short("Enrolment period"),

  "event.name": words("Event name", "Ngày hội tư vấn tuyển sinh"),
  "event.name.short": short("Event name"),
  "event.date": words("Event day", "2026-10-04"),
  "event.time": words("Event time", "07:30"),
  "event.place": words("Event place", "Hội trường A"),
  "event.place.short": short("Event place"),

  "person.name": words("Full name", "Nguyễn Thị Minh Hằng"),
  "person.title": words("Form of address", "Em"),
  "person.detail": words("Class or office", "Lớp Điện công nghiệp K12"),
  "person.detail.short": short("Class or office"),
  "person.number": words("Number of the card", "SBD 0127"),

  "award.title": words("Title of the certificate", "Giấy chứng nhận"),
  "award.title.short": short("Title of the certificate"),
  "award.citation": words("Citation", "Đạt giải Nhất Hội thi tay nghề cấp tỉnh năm 2026"),
  "award.citation.short": short("Citation"),
  "award.number": words("Register number", "Số: 15/GCN-CĐKN"),
  "award.place": words("Place of signing", "Bình Thuận"),
  "award.date": words("Day of signing", "2026-10-04"),
  "award.signer.role": words("Office of the signer", "Hiệu trưởng"),
  "award.signer.role.short": short("Office of the signer"),
  "award.signer.name": words("Signer", "Nguyễn Văn An"),

  "invitation.greeting": words("Greeting", "Trân trọng kính mời"),
  "invitation.greeting.short": short("Greeting"),
  "invitation.purpose": words("What the guest is asked to", "tới dự Lễ khai giảng năm học 2026–2027"),
  "invitation.purpose.short": short("What the guest is asked to"),
  "invitation.closing": words("Closing sentence", "Sự hiện diện của quý vị là niềm vinh dự của nhà trường."),
  "invitation.closing.short": short("Closing sentence"),
  "invitation.reply": words("How to answer", "Xin xác nhận trước ngày 28/9 qua số 0252 3822 999"),
  "invitation.reply.short": short("How to answer"),

  "handbook.title": words("Title of the handbook", "Cẩm nang chọn nghề"),
  "handbook.title.short": short("Title of the handbook"),
  "handbook.subtitle": words("Subtitle of the handbook", "Dành cho học sinh lớp 9 và phụ huynh"),
  "handbook.subtitle.short": short("Subtitle of the handbook"),
  "handbook.chapters": words("Chapters"),
  directory: words("Institutions to list"),

  qr: words("Link of the QR code", "https://tuyensinh.example.edu.vn"),
  "photo.file": words("Photo"),
  "photo.focus.x": words("What must stay in view, from the left, 0–1", "0.5"),
  "photo.focus.y": words("What must stay in view, from the top, 0–1", "0.4"),
  "photo.treatment": words("How the photo is printed", "natural"),
};

/** A field's name in both languages. */
export const fieldLabel = (path: string): Localized => ({
  vi: columnNameOf({ path }),
  en: FIELD_WORDS[path]?.en ?? path,
});

/** What may be typed into the field, `null` where there is nothing typical. */
export const fieldExample = (path: string): string | null => FIELD_WORDS[path]?.example ?? null;
