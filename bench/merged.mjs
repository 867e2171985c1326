// A merged print run: distinct A5 flyers (8 variable fields, PDF/X-4) in one file, written as they come.
// `node bench/merged.mjs [rows …]` after a build; 1,000 and 10,000 rows by default. Writes bench/merged.json and
// bench/merged.md. Each run is a process of its own, so that its memory is its own.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));

/** Name, governing body, monogram, badge, telephone, address, website, QR code. */
const requestOf = (i) => ({
  template: "recruitment-flyer",
  format: "a5",
  institution: "cd-y-te",
  data: {
    institution: {
      name: { text: `Trường Trung cấp nghề số ${i}` },
      monogram: `T${i % 90}`,
      governingBody: { text: `Sở Lao động tỉnh số ${i}` },
    },
    badge: { text: `Tuyển sinh đợt ${i}` },
    contact: {
      phones: [`0252 3${String(100000 + i).slice(-3)} ${String(100 + (i % 900))}`],
      addresses: [{ text: `Số ${i} Lê Lợi, TP. Phan Thiết` }],
      website: `truong${i}.example.vn`,
    },
    qr: `https://truong${i}.example.vn/ts`,
  },
});

/** Resident memory of this process and all its threads, MB. */
const rss = () => Math.round(process.memoryUsage.rss() / 2 ** 20);

async function measure(rows, workers, file) {
  const { mergeRun, packageFolders } = await import("anpham");
  const memory = {};
  let peak = 0;
  let first = 0;
  const start = performance.now();
  const before = process.cpuUsage();
  const summary = await mergeRun({
    folders: packageFolders(),
    rows: (function* () {
      for (let i = 1; i <= rows; i++) yield { request: requestOf(i), title: null, number: i };
    })(),
    profile: "offset",
    file,
    workers,
    nUp: null,
    splitEvery: null,
    strict: false,
    title: null,
    signal: new AbortController().signal,
    onRow: ({ number }) => {
      if (number === Math.min(100, rows)) first = performance.now();
      if (number % 50 !== 0) return;
      const now = rss();
      peak = Math.max(peak, now);
      if (number % Math.max(1, rows / 10) === 0) memory[number] = now;
    },
  });
  const end = performance.now();
  const { user, system } = process.cpuUsage(before);
  return {
    rows,
    workers,
    written: summary.rowsWritten,
    bytes: statSync(file).size,
    seconds: (end - start) / 1000,
    /** Once the workers are warm: from row 100 on. */
    pagesPerSecond: rows > 100 ? ((rows - 100) * 1000) / (end - first) : (rows * 1000) / (end - start),
    cpuMsPerRow: (user + system) / 1000 / rows,
    peakRssMb: peak,
    rssMbByRow: memory,
  };
}

if (process.argv[2] === "--one") {
  const [rows, workers, file] = process.argv.slice(3);
  process.stdout.write(JSON.stringify(await measure(Number(rows), Number(workers), file)));
} else {
  const sizes = process.argv.slice(2).map(Number);
  const counts = sizes.length > 0 ? sizes : [1000, 10_000];
  const folder = mkdtempSync(join(tmpdir(), "anpham-bench-"));
  const run = (rows, workers) => {
    const args = [here("merged.mjs"), "--one", String(rows), String(workers), join(folder, `${rows}.pdf`)];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { maxBuffer: 1 << 28 });
    if (status !== 0) throw new Error(String(stderr));
    return JSON.parse(String(stdout));
  };
  // What the first page brings along, profile, fonts and forms, is in the file of one page too.
  const one = run(1, 1);
  const results = counts.map((rows) => {
    const result = run(rows, 2);
    return { ...result, bytesPerPage: Math.round((result.bytes - one.bytes) / (rows - 1)) };
  });
  rmSync(folder, { recursive: true });
  const { version } = JSON.parse(readFileSync(here("../package.json"), "utf8"));
  const machine = {
    anpham: version,
    node: process.version,
    cpu: cpus()[0]?.model ?? "?",
    cores: cpus().length,
    load: loadavg()[0],
  };
  writeFileSync(here("merged.json"), `${JSON.stringify({ machine, one, results }, null, 2)}\n`);
  const lines = results.map(
    (each) =>
      `| ${each.rows} | ${each.pagesPerSecond.toFixed(0)} | ${each.cpuMsPerRow.toFixed(1)} | ` +
      `${each.bytesPerPage} | ${each.peakRssMb} | ${Object.entries(each.rssMbByRow)
        .map(([row, mb]) => `${row}: ${mb}`)
        .join(", ")} |`,
  );
  writeFileSync(
    here("merged.md"),
    `# Merged print run

Distinct A5 flyers, 8 variable fields each, PDF/X-4 with marks and slug line, one file, 2 workers. Node ${machine.node},
${machine.cores} cores (${machine.cpu}), load average ${machine.load.toFixed(1)} at the end: under load, pages/s is a lower bound.
“Bytes a page” is what every page after the first adds.

| rows | pages/s | CPU ms a row | bytes a page | peak RSS, MB | RSS by row, MB |
| ---: | ------: | -----------: | -----------: | -----------: | -------------- |
${lines.join("\n")}

Made by \`node bench/merged.mjs\` after \`npm run build\`.
`,
  );
  process.stdout.write(readFileSync(here("merged.md"), "utf8"));
}
