/** ASCII names for files and addresses. */

/** “Trường CĐ Y tế Đồng Nai” → `truong-cd-y-te-dong-nai`. Empty when the text has no letter or digit of a–z, 0–9. */
export function slug(text: string): string {
  return text
    .replace(/[đĐ]/gu, "d")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, "-")
    .replace(/^-|-$/gu, "");
}
