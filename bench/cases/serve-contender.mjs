/** A contender behind plain HTTP, as its documentation would have one write it: no cache, no checks. `argv`: its id. */

import { createServer } from "node:http";
import { loadContender } from "../contenders/index.mjs";
import { A5, flyer } from "../content.mjs";

const { parallel, open } = await loadContender(process.argv[2]);
const session = await open();
const idle = Array.from({ length: parallel.count }, (_, lane) => lane);
const waiting = [];

/** As many at once as the contender is made for; the others wait without end. */
async function inLane(work) {
  const lane = idle.pop() ?? (await new Promise((resolve) => waiting.push(resolve)));
  try {
    return await work(lane);
  } finally {
    const next = waiting.shift();
    if (next) next(lane);
    else idle.push(lane);
  }
}

const server = createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url, "http://localhost");
  const piece = flyer(Number(searchParams.get("n")));
  const width = Number(searchParams.get("width"));
  const size = { width, height: Math.round((width * A5.height) / A5.width) };
  try {
    const isPdf = pathname === "/pdf";
    const bytes = await inLane((lane) => (isPdf ? session.pdf(piece, lane) : session.png(piece, size, lane)));
    response.writeHead(200, { "content-type": isPdf ? "application/pdf" : "image/png" });
    response.end(bytes);
  } catch (thrown) {
    response.writeHead(500).end(String(thrown));
  }
});
server.listen(0, "127.0.0.1", () => console.log(`http://127.0.0.1:${server.address().port}`));
process.once("SIGTERM", async () => {
  await session.close();
  process.exit();
});
