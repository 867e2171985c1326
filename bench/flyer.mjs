// How long one A5 flyer takes: a whole cold process, and warm in one process. `npm run bench` after a build.
// Writes bench/results.json and bench/results.md. Medians; the machine's load is part of the record.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { createEngine, packageFolders } from "anpham";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const binary = here("../dist/cli/main.js");
const folder = mkdtempSync(join(tmpdir(), "anpham-bench-"));

const sorted = (values) => [...values].sort((a, b) => a - b);
const median = (values) => sorted(values)[values.length >> 1];
const round = (value) => Math.round(value * 10) / 10;

async function timed(runs, work) {
  const times = [];
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    await work(i);
    times.push(performance.now() - start);
  }
  return {
    runs,
    minimum: round(sorted(times)[0]),
    median: round(median(times)),
    maximum: round(sorted(times).at(-1)),
  };
}

const rows = [];
const record = (what, result) => rows.push({ what, ...result });

const args = ["render", "recruitment-flyer", "--format", "a5", "--institution", "cd-y-te"];
const cold = (extension) => () => {
  const { status, stderr } = spawnSync(process.execPath, [
    binary,
    ...args,
    "--out",
    join(folder, `cold.${extension}`),
  ]);
  if (status !== 0) throw new Error(String(stderr));
};
await timed(1, cold("pdf"));
record("cold process, PDF", await timed(9, cold("pdf")));
record(
  "cold process, PNG at 150 ppi",
  await timed(5, () => {
    const { status, stderr } = spawnSync(process.execPath, [
      binary,
      ...args,
      "--ppi",
      "150",
      "--out",
      join(folder, "cold.png"),
    ]);
    if (status !== 0) throw new Error(String(stderr));
  }),
);

const engine = await createEngine(packageFolders());
const flyer = (more = {}) =>
  engine.render({ template: "recruitment-flyer", format: "a5", institution: "cd-y-te", ...more });
/** Eight fields that differ on every row, as in a print run. */
const row = (i) => ({
  data: {
    institution: { name: { text: `Trường Trung cấp nghề số ${i}` }, monogram: `T${i % 90}` },
    badge: { text: `Tuyển sinh đợt ${i}` },
    lead: { text: `Nhập học từ ngày ${(i % 28) + 1}/9, học tại cơ sở ${i}.` },
    contact: {
      phones: [`0252 3${String(100000 + i).slice(-3)} ${String(100 + (i % 900))}`],
      addresses: [{ text: `Số ${i} Lê Lợi, TP. Phan Thiết` }],
      website: `truong${i}.example.vn`,
    },
    qr: `https://truong${i}.example.vn/ts`,
  },
});
await timed(30, (i) => flyer(row(i)));
record("warm, PDF, the same flyer again", await timed(100, () => flyer()));
record("warm, PDF, every flyer another (8 fields)", await timed(200, (i) => flyer(row(1000 + i))));
await timed(3, () => flyer({ as: "png", ppi: 150 }));
record("warm, PNG at 150 ppi", await timed(15, () => flyer({ as: "png", ppi: 150 })));
record("warm, PNG at 300 ppi", await timed(9, () => flyer({ as: "png", ppi: 300 })));
rmSync(folder, { recursive: true });

const machine = {
  node: process.version,
  cpu: cpus()[0]?.model ?? "?",
  cores: cpus().length,
  load: round(loadavg()[0]),
};
const table = rows.map(
  ({ what, runs, minimum, median: middle, maximum }) =>
    `| ${what} | ${runs} | ${minimum} | **${middle}** | ${maximum} |`,
);
writeFileSync(here("results.json"), `${JSON.stringify({ machine, rows }, null, 2)}\n`);
writeFileSync(
  here("results.md"),
  `# One A5 flyer

Node ${machine.node}, ${machine.cores} cores (${machine.cpu}), load average ${machine.load} at the end. Milliseconds.

| what | runs | least | median | most |
|---|--:|--:|--:|--:|
${table.join("\n")}

Made by \`npm run bench\`.
`,
);
console.table(rows);
