/** One flyer of a contender as a file, to be looked at and searched. */

import { writeFileSync } from "node:fs";
import { loadContender } from "../contenders/index.mjs";
import { flyer } from "../content.mjs";

export async function compareWithContent({ contender, kind, size, file }) {
  const session = await (await loadContender(contender)).open();
  const piece = flyer(12);
  writeFileSync(file, kind === "png" ? await session.png(piece, size) : await session.pdf(piece));
  await session.close();
  return {};
}
