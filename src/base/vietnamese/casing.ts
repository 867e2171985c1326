/** Capitals and small letters by Vietnamese rules. */

/** True capitals: “Ngày hội” → “NGÀY HỘI”. */
export const capitals = (text: string): string => text.normalize("NFC").toLocaleUpperCase("vi");

/** First letter up, the rest untouched: “trung cấp” → “Trung cấp”. */
export function sentenceCase(text: string): string {
  const [first = "", ...rest] = text.normalize("NFC");
  return first.toLocaleUpperCase("vi") + rest.join("");
}

/** A person's name: “NGUYỄN THỊ ÁNH” and “nguyễn thị ánh” → “Nguyễn Thị Ánh”. */
export function nameCase(name: string): string {
  return name
    .normalize("NFC")
    .toLocaleLowerCase("vi")
    .replace(/(?<![\p{L}])\p{L}/gu, (letter) => letter.toLocaleUpperCase("vi"));
}
