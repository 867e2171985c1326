/** What a V8 CPU profile says about self time. */

const NATIVE = new Set(["(garbage collector)", "(program)", "(idle)"]);

/**
 * Functions by the time spent in themselves, most first; time that a thread only waited is left out.
 * @param profiles V8 CPU profiles, such as of several threads
 * @param moduleAt tells the source of a place in a bundle, given its address and line from 0; `null`: it has none
 * @returns {{ total: number, functions: { name: string, where: string, ms: number, share: number }[] }}
 */
export function selfTimes(profiles, moduleAt = () => null) {
  const found = new Map();
  let total = 0;
  for (const { nodes, samples, timeDeltas } of profiles) {
    const byId = new Map(nodes.map((node) => [node.id, node.callFrame]));
    for (const [i, id] of samples.entries()) {
      const frame = byId.get(id);
      if (frame.functionName === "(idle)") continue;
      const ms = timeDeltas[i] / 1000;
      const where = NATIVE.has(frame.functionName)
        ? ""
        : (moduleAt(frame.url, frame.lineNumber) ?? placeOf(frame));
      const name = frame.functionName || "(anonymous)";
      const key = `${name} ${where}`;
      const entry = found.get(key) ?? { name, where, ms: 0 };
      entry.ms += ms;
      total += ms;
      found.set(key, entry);
    }
  }
  const functions = [...found.values()]
    .sort((a, b) => b.ms - a.ms)
    .map((entry) => ({ ...entry, share: entry.ms / total }));
  return { total, functions };
}

/** File and line from the package or module on; folders of this machine say nothing. */
function placeOf({ url, lineNumber }) {
  if (url === "") return "native";
  const path = url.replace(/^file:\/\//, "").replace(/^.*\/(node_modules|dist|bench)\//, "$1/");
  return lineNumber >= 0 ? `${path}:${lineNumber + 1}` : path;
}
