/** Reads ICC profiles (ICC.1:2022 §7.2): only what a print file may embed is let through. */

import { readFile } from "node:fs/promises";
import { fail } from "../base/diagnostic.ts";
import { failOnFile } from "../base/system-reason.ts";

/**
 * @param name what to call the file in a complaint
 * @throws AnphamError `asset.not-a-press-profile` when it is no CMYK output profile
 */
export async function readIcc(path: string, name: string): Promise<Uint8Array> {
  const data = await readFile(path).catch((thrown: unknown) => failOnFile(name, thrown));
  const tag = (at: number) => data.subarray(at, at + 4).toString("latin1");
  const isProfile = data.byteLength > 128 && tag(36) === "acsp";
  if (isProfile && tag(12) === "prtr" && tag(16) === "CMYK") return new Uint8Array(data);
  const found = isProfile ? `${tag(12)}, ${tag(16)}` : "no ICC profile";
  return fail("asset.not-a-press-profile", { name, found }, { file: name });
}
