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

/**
 * What the name of a file ends in that is not as the piece will be seen: `-ty-le-1-10`, `-lat-guong`. Whoever prints it
 * reads the name.
 */
export function fileMark({ scale, mirror }: Pick<OutputProfile, "scale" | "mirror">): string {
  const ratio = String(Math.round(100 / scale) / 100).replace(".", "-");
  return `${scale === 1 ? "" : `-ty-le-1-${ratio}`}${mirror ? "-lat-guong" : ""}`;
}

/** {@link fileMark} of what a request asks for, else of its profile. @throws AnphamError `request.unknown-id` */
export async function fileMarkOf(
  { profile, scale, mirror }: Pick<CheckedRequest, "profile" | "scale" | "mirror">,
  { profiles }: Pick<Library, "profiles">,
): Promise<string> {
  const own = await profiles.load(profile);
  return fileMark({ scale: scale ?? own.scale, mirror: mirror ?? own.mirror });
}

/** A wish without what only {@link fileMark} gives: a name must not say what its file is not. */
export const withoutFileMark = (wish: string): string =>
  wish.replace(/(?:-ty-le-1-\d+(?:-\d+)?|-lat-guong)+$/u, "");

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
