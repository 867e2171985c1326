/** `npm run bench`: every scenario in turn, figures written after each. README.md tells how to run and read it. */

import { spawnSync } from "node:child_process";
import { cpus, loadavg, totalmem } from "node:os";
import { fileURLToPath } from "node:url";
import { checkContent } from "./check.mjs";
import { buildInternals } from "./internals.mjs";
import { endWithUs } from "./measure/processes.mjs";
import { readOptions } from "./options.mjs";
import { recordProfile } from "./profile.mjs";
import { readResults, writeResults } from "./report.mjs";
import { GROWTH } from "./scenarios/growth.mjs";
import { PROCESSES } from "./scenarios/processes.mjs";
import { RUNS } from "./scenarios/runs.mjs";
import { SERVICE } from "./scenarios/service.mjs";
import { SINGLE } from "./scenarios/single.mjs";
import { contenderVersions } from "./versions.mjs";

const CONTENT = {
  id: "content",
  title: "Every contender sets the same content",
  unit: null,
  quick: true,
  run: ({ contenders }) => checkContent(contenders),
};
const SCENARIOS = [CONTENT, ...SINGLE, ...RUNS, ...PROCESSES, ...SERVICE, ...GROWTH];

const load = () => Math.round(loadavg()[0] * 100) / 100;
const root = fileURLToPath(new URL("../", import.meta.url));

const machine = () => ({
  cpu: cpus()[0]?.model ?? "unknown",
  cores: cpus().length,
  memoryGb: Math.round(totalmem() / 2 ** 30),
  platform: `${process.platform} ${process.arch}`,
  node: process.version,
});

/** Of the code that is measured, taken before figures are written beside it. */
function currentCommit() {
  const { stdout } = spawnSync("git", ["describe", "--always", "--dirty"], { cwd: root, encoding: "utf8" });
  return stdout?.trim() || "unknown";
}

function chosen({ quick, only }) {
  const unknown = only?.filter((id) => !SCENARIOS.some((each) => each.id === id)) ?? [];
  if (unknown.length > 0) throw new Error(`no scenario “${unknown.join(", ")}”; see --list`);
  if (only) return SCENARIOS.filter(({ id }) => only.includes(id));
  return SCENARIOS.filter((each) => !quick || each.quick);
}

async function measure({ id, title, unit, run }, options, commit) {
  console.log(`${id}: ${title}`);
  const startedAt = new Date().toISOString();
  const before = load();
  const begin = performance.now();
  const entries = await run(options);
  const seconds = Math.round((performance.now() - begin) / 1000);
  const after = load();
  return {
    id,
    title,
    unit,
    mode: options.mode,
    commit,
    startedAt,
    seconds,
    load: { before, after },
    entries,
  };
}

const options = readOptions(process.argv.slice(2));
if (options.list) {
  for (const { id, title } of SCENARIOS) console.log(`${id.padEnd(22)} ${title}`);
} else {
  endWithUs();
  const commit = currentCommit();
  await buildInternals();
  if (options.profile) await recordProfile(options.profile);
  else {
    const earlier = options.only || options.resume ? readResults(options.mode) : null;
    const kept = new Map((earlier?.scenarios ?? []).map((each) => [each.id, each]));
    for (const scenario of chosen(options)) {
      if (options.resume && kept.has(scenario.id)) continue;
      kept.set(scenario.id, await measure(scenario, options, commit));
      const scenarios = SCENARIOS.flatMap(({ id }) => kept.get(id) ?? []);
      writeResults(options.mode, { machine: machine(), versions: contenderVersions(), scenarios });
    }
  }
}
