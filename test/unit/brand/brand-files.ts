/** The brand folder as the tests read it. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../", import.meta.url));

export const brandFileExists = (path: string): boolean => existsSync(`${root}brand/${path}`);

export const readText = (path: string): string => readFileSync(root + path, "utf8");

export interface DataFile {
  /** File name without `.json`. */
  readonly name: string;
  readonly source: string;
  readonly json: unknown;
}

/** Every JSON file of a folder, by name. */
export function dataFiles(folder: string): DataFile[] {
  return readdirSync(root + folder)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => {
      const source = readText(`${folder}/${file}`);
      return { name: file.replace(/\.json$/, ""), source, json: JSON.parse(source) as unknown };
    });
}

export const lucideHas = (icon: string): boolean =>
  existsSync(`${root}node_modules/lucide-static/icons/${icon}.svg`);

/** Every string in a JSON value, with its dotted path. */
export function strings(value: unknown, path = ""): [path: string, text: string][] {
  if (typeof value === "string") return [[path, value]];
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, member]) => strings(member, path ? `${path}.${key}` : key));
}

/** Every `{text, short}` pair in a parsed value. */
export function phrases(value: unknown): { text: string; short: string | null }[] {
  if (value === null || typeof value !== "object") return [];
  const own = "text" in value && "short" in value ? [value as { text: string; short: string | null }] : [];
  return [...own, ...Object.values(value).flatMap((member) => phrases(member))];
}
