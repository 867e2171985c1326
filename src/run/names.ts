/** Names of folders that no two rows share and that every file system takes. */

import { slug } from "../base/vietnamese/slug.ts";

/** Leaves room for what follows within the 255 bytes of a name. */
const LONGEST = 80;
/** Windows keeps these for devices, with any extension. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/** Gives each wish a name of its own: the wish as ASCII, numbered when it is taken. */
export function createNames(): (wish: string, fallback: string) => string {
  const taken = new Set<string>();
  return (wish, fallback) => {
    const plain = slug(wish).slice(0, LONGEST).replace(/-$/, "");
    const base = plain === "" || RESERVED.test(plain) ? fallback : plain;
    let name = base;
    for (let i = 2; taken.has(name); i++) name = `${base}-${i}`;
    taken.add(name);
    return name;
  };
}
