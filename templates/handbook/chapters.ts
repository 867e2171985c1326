import { compareVietnamese, groupPhone, type PageContext, programmeIcon } from "anpham/kit";
import { type Entry, PLAIN } from "./items.ts";

type Brief = PageContext["brief"];
type Chapter = NonNullable<Brief["handbook"]>["chapters"][number];
type Programme = Brief["programmes"][number];

export interface ChapterText {
  readonly id: string;
  readonly title: string;
  readonly lead: string | null;
  readonly entries: readonly Entry[];
  /** Whether the reader writes in it: room that is left is then for notes. */
  readonly isWorksheet: boolean;
}

const LEVELS = { "so-cap": "Sơ cấp", "trung-cap": "Trung cấp", "cao-dang": "Cao đẳng" } as const;

/** The handbook's chapters that have something to say; without a handbook, what the brief itself knows. */
export function chaptersOf({ brief }: PageContext): readonly ChapterText[] {
  const chapters = brief.handbook?.chapters ?? OWN;
  return chapters
    .map((chapter) => ({
      id: chapter.id,
      title: chapter.title.text,
      lead: chapter.lead?.text ?? null,
      entries: [
        ...chapter.items.map((item, index) => itemEntry(chapter, item, index)),
        ...gathered(chapter, brief),
      ],
      isWorksheet: ["questions", "checklist", "steps"].includes(chapter.kind),
    }))
    .filter(({ entries }) => entries.length > 0);
}

/** What a brief without a handbook still has. */
const OWN: readonly Chapter[] = (
  [
    ["programmes", "Các nghề đào tạo"],
    ["directory", "Các cơ sở giáo dục nghề nghiệp"],
    ["contact", "Liên hệ và đăng ký"],
  ] as const
).map(([kind, title]) => ({ id: kind, kind, title: { text: title, short: null }, lead: null, items: [] }));

/** A reader who is sure ticks the first box, who wants to ask the second. */
const ANSWERS = ["Đã rõ", "Còn băn khoăn, cần hỏi thêm"] as const;

function itemEntry({ kind }: Chapter, item: Chapter["items"][number], index: number): Entry {
  const entry: Entry = { ...PLAIN, title: item.title.text, text: item.text };
  const number = { kind: "number", text: String(index + 1) } as const;
  if (kind === "steps" || kind === "contact") return { ...entry, marker: number };
  if (kind === "checklist") return { ...entry, marker: { kind: "box" } };
  if (kind === "questions") return { ...entry, marker: number, ticks: ANSWERS, writing: 1 };
  return entry;
}

/** Entries that a chapter takes from the brief. */
function gathered({ kind }: Chapter, brief: Brief): readonly Entry[] {
  if (kind === "programmes") {
    const wanted = (programme: Programme) => Number(!programme.inDemand);
    return brief.programmes.toSorted((a, b) => wanted(a) - wanted(b)).map(programmeEntry);
  }
  if (kind === "directory") return directoryEntries(brief);
  return kind === "contact" ? contactEntries(brief) : [];
}

function programmeEntry(programme: Programme): Entry {
  const { levels, duration, quota } = programme;
  return {
    ...PLAIN,
    marker: { kind: "icon", icon: programmeIcon(programme) },
    title: programme.name.text,
    text: programme.summary?.text ?? null,
    trailing: programme.inDemand ? { icon: "star", text: "Đang cần người" } : null,
    facts: [
      { icon: "graduation-cap", text: levels.map((level) => LEVELS[level]).join(", ") },
      ...(duration ? [{ icon: "clock" as const, text: duration }] : []),
      ...(quota ? [{ icon: "users" as const, text: `${quota} chỉ tiêu` }] : []),
    ],
  };
}

/** The piece's own institution first, marked; the others as a Vietnamese reader looks them up. */
function directoryEntries({ directory }: Brief): readonly Entry[] {
  const [own, ...others] = directory;
  if (!own) return [];
  return [own, ...others.toSorted((a, b) => compareVietnamese(a.name.text, b.name.text))].map((entry) => ({
    ...PLAIN,
    marker: { kind: "icon", icon: entry === own ? "star" : "school" },
    title: entry.name.text,
    text: [entry.address?.text, entry.website].filter(Boolean).join(" · ") || null,
    trailing: entry.phone ? { icon: null, text: groupPhone(entry.phone) } : null,
  }));
}

function contactEntries({ contact }: Brief): readonly Entry[] {
  const entry = (
    icon: "phone" | "map-pin" | "globe" | "mail" | "message-circle" | "users",
    title: string,
    text: string,
  ) => ({
    ...PLAIN,
    marker: { kind: "icon" as const, icon },
    title,
    text,
  });
  return [
    entry("phone", contact.phones.map(groupPhone).join("  ·  "), "Điện thoại tư vấn"),
    ...contact.addresses.map((address) => entry("map-pin", address.text, "Địa chỉ")),
    ...(contact.website ? [entry("globe", contact.website, "Trang web")] : []),
    ...(contact.email ? [entry("mail", contact.email, "Thư điện tử")] : []),
    ...(contact.zalo ? [entry("message-circle", contact.zalo, "Zalo")] : []),
    ...(contact.facebook ? [entry("users", contact.facebook, "Facebook")] : []),
  ];
}
