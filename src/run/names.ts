/** Names of folders that no two rows share and that every file system takes. */

import { slug } from "../base/vietnamese/slug.ts";
import type { OutputProfile } from "../model/output-profile.ts";
import type { Library } from "../resolve/library.ts";
import type { CheckedRequest } from "../resolve/read-request.ts";

/** Leaves room for what follows within the 255 bytes of a name. */
const LONGEST = 80;
/** Windows keeps these for devices, with any extension. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/** The wish as ASCII that every file system takes, at most 80 characters; the fallback when nothing of it is left. */
export function plainName(wish: string, fallback: string): string {
  const plain = slug(wish).slice(0, LONGEST).replace(/-$/, "");
  return plain === "" || RESERVED.test(plain) ? fallback : plain;
}

/** What the name of a file that is not of the piece's size ends in: `-ty-le-1-10`. Whoever prints it reads the name. */
export const scaleMark = ({ scale }: Pick<OutputProfile, "scale">): string =>
  scale === 1 ? "" : `-ty-le-1-${String(Math.round(100 / scale) / 100).replace(".", "-")}`;

/** {@link scaleMark} of what a request asks for: its own scale, else its profile's. @throws AnphamError `request.unknown-id` */
export const scaleMarkOf = async (
  { profile, scale }: Pick<CheckedRequest, "profile" | "scale">,
  { profiles }: Pick<Library, "profiles">,
): Promise<string> => scaleMark({ scale: scale ?? (await profiles.load(profile)).scale });

/** A wish without the mark that only {@link scaleMark} gives: a name must not say a scale that the file has not. */
export const withoutScaleMark = (wish: string): string => wish.replace(/(?:-ty-le-1-\d+(?:-\d+)?)+$/u, "");

/** Gives each wish a name of its own: {@link plainName}, numbered when it is taken. */
export function createNames(): (wish: string, fallback: string) => string {
  const taken = new Set<string>();
  return (wish, fallback) => {
    const base = plainName(wish, fallback);
    let name = base;
    for (let i = 2; taken.has(name); i++) name = `${base}-${i}`;
    taken.add(name);
    return name;
  };
}
