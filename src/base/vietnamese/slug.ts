/** Text without its marks: for names of files and addresses, and to compare what people type in many ways. */

/** “Tờ rơi Đồng Nai” → `to roi dong nai`: lower case, a letter for a letter. */
export const unmarked = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .replace(/[đĐ]/gu, "d")
    .toLowerCase();

/** “Trường CĐ Y tế Đồng Nai” → `truong-cd-y-te-dong-nai`. Empty when the text has no letter or digit of a–z, 0–9. */
export const slug = (text: string): string =>
  unmarked(text)
    .replace(/[^a-z0-9]+/gu, "-")
    .replace(/^-|-$/gu, "");

/** The form in which names are compared: without marks, case, spaces and punctuation. */
export const nameKey = (name: string): string => slug(name).replaceAll("-", "");
