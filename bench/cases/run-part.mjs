/** One of several processes that share a run. */

import { loadContender } from "../contenders/index.mjs";
import { fileWriter, inLanes, rowsUntil } from "./run-case.mjs";

const { contender, kind, size, folder } = JSON.parse(process.argv[2]);
const session = (await loadContender(contender)).open();

process.on("message", async (rows) => {
  const { write, written } = fileWriter(folder, kind);
  const pieces = rows.rows > 0 ? rowsUntil(rows) : [];
  await inLanes(await session, 1, { kind, size, pieces, write });
  process.send(written);
});
