/** Lists of programmes as people write them into one cell. */

import { slug } from "../../base/vietnamese/slug.ts";
import { type TrainingLevel, trainingLevel } from "../../model/institution.ts";
import { splitItems } from "./cell-lists.ts";

export interface WrittenProgramme {
  readonly name: string;
  /** Empty: the cell does not say. */
  readonly levels: readonly TrainingLevel[];
}

const LEVEL_NAMES: Readonly<Record<string, TrainingLevel>> = {
  sc: "so-cap",
  tc: "trung-cap",
  cd: "cao-dang",
  ...Object.fromEntries(trainingLevel.options.map((level) => [level, level])),
};

/** “trung cấp, cao đẳng”, “TC/CĐ”; `null` when any part is no level. */
export function readLevels(text: string): readonly TrainingLevel[] | null {
  const parts = text.split(/[,;/+&\n]|\s+(?:và|–|-)\s+/u).map(slug);
  const levels = parts.filter((part) => part !== "").map((part) => LEVEL_NAMES[part]);
  if (levels.length === 0 || levels.includes(undefined)) return null;
  return trainingLevel.options.filter((level) => levels.includes(level));
}

/** A comma behind brackets, with what is in them. */
const COMMA_AFTER_BRACKETS = /(\(([^()]*)\))\s*,/gu;

/**
 * “Điện công nghiệp (trung cấp, cao đẳng); Hàn”. Numbers and hyphens before the items do not count. A comma parts items
 * only behind levels: elsewhere it may be part of a name (“Sửa chữa, vận hành bơm, quạt, máy nén khí” is one).
 */
export function readProgrammes(text: string): readonly WrittenProgramme[] {
  const parted = text.replace(COMMA_AFTER_BRACKETS, (all, brackets: string, inside: string) =>
    readLevels(inside) ? `${brackets};` : all,
  );
  return splitItems(parted).map((item) => {
    const [, name, inside] = /^(.*\S)\s*\(([^()]*)\)$/u.exec(item) ?? [];
    const levels = inside === undefined ? null : readLevels(inside);
    return name === undefined || levels === null ? { name: item, levels: [] } : { name, levels };
  });
}

/** Two commas, or one before a capital: names have them seldom, lists always. Those in brackets are a remark's. */
const LIKE_A_LIST = /,.*,|,\s*\p{Lu}/u;

/** Whether a name looks like several: commas may part them that should have been semicolons. */
export const isLikeAList = (name: string): boolean => LIKE_A_LIST.test(name.replace(/\([^()]*\)/gu, ""));

/** What an institution of this name teaches at most, by its kind (Luật 74/2014/QH13, điều 5); `null` when it does not say. */
export function levelOfName(name: string): TrainingLevel | null {
  const words = ` ${slug(name).replaceAll("-", " ")} `;
  if (/ (?:cao dang|cd) /u.test(words)) return "cao-dang";
  if (/ (?:trung cap|tc) /u.test(words)) return "trung-cap";
  return / (?:trung tam|tt) /u.test(words) ? "so-cap" : null;
}

/** For people. */
export const LEVEL_WORDS: Readonly<Record<TrainingLevel, string>> = {
  "so-cap": "sơ cấp",
  "trung-cap": "trung cấp",
  "cao-dang": "cao đẳng",
};
