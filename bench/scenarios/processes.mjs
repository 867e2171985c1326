/** Whole processes: how long from nothing to a file, and a province's kits from the command line. */

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { CONTENDERS } from "../contenders/index.mjs";
import { briefOf, flyer, INSTITUTION } from "../content.mjs";
import { runCase, runCommand } from "../measure/processes.mjs";
import { withRatios } from "../measure/statistics.mjs";
import { entryFrom } from "./entries.mjs";

const path = (relative) => fileURLToPath(new URL(`../../${relative}`, import.meta.url));
const COMMAND = path("dist/cli/main.js");
const TIMES = { quick: 2, default: 5, full: 11 };

const PROVINCE = { institutions: 200, formats: 20 };
const KIT_FORMATS = [
  ...[
    "a5",
    "a4",
    "a3",
    "a0",
    "brochure-trifold-a4",
    "certificate-a4",
    "invitation-dl",
    "badge-58",
    "standee-800x1800",
  ],
  ...[
    "bandroll-6x0.8m",
    "banner-3x1.5m",
    "backdrop-6x3m",
    "pennant-0.8x2.5m",
    "signboard-4x1.5m",
    "mug-wrap-200x90",
  ],
  ...["facebook-cover", "facebook-post", "story", "avatar-facebook", "web-300x250"],
];
const KIT_INSTITUTIONS = 4;
/** Exit code when preflight finds an error on a piece; the files are there all the same. */
const FAULTY_PIECE = 3;

async function inFolder(work) {
  const folder = mkdtempSync(join(tmpdir(), "bench-process-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Times of the same process again and again; the first only warms the disk. */
async function cold(times, start) {
  await start();
  const runs = [];
  for (let i = 0; i < times; i++) runs.push(await start());
  return {
    times: runs.map(({ wallMs }) => wallMs),
    wallMs: runs[0].wallMs,
    peakRssMb: Math.max(...runs.map(({ peakRssMb }) => peakRssMb)),
  };
}

const coldCommand = (folder, profile) => {
  const data = join(folder, "data.json");
  writeFileSync(data, JSON.stringify(briefOf(flyer(1))));
  const flags = { format: "a5", institution: INSTITUTION, data, profile, out: join(folder, "flyer.pdf") };
  const args = Object.entries(flags).flatMap(([name, value]) => [`--${name}`, value]);
  return () => runCommand(process.execPath, [COMMAND, "render", "recruitment-flyer", ...args]);
};
const PROFILES = { anpham: "offset", "anpham-web": "web" };

const coldStart = ({ mode, contenders }) =>
  inFolder(async (folder) => {
    const entries = [];
    for (const { id, name, makes } of CONTENDERS) {
      if (!makes.includes("pdf") || (contenders && !contenders.includes(id))) continue;
      const start = PROFILES[id]
        ? coldCommand(folder, PROFILES[id])
        : () => runCase({ case: "cold", contender: id, file: join(folder, `${id}.pdf`) });
      entries.push(await entryFrom({ contender: id, name }, () => cold(TIMES[mode], start)));
    }
    return withRatios(entries, ({ contender }) => contender === "anpham");
  });

const province = () =>
  inFolder(async (folder) => {
    const samples = readdirSync(path("brand/institutions")).slice(0, KIT_INSTITUTIONS);
    const rows = samples.map((file) => ({
      ...JSON.parse(readFileSync(path(`brand/institutions/${file}`), "utf8")),
      // As most institutions of a province's table: without a file of their own.
      logo: null,
    }));
    const file = join(folder, "rows.json");
    writeFileSync(file, JSON.stringify(rows));
    const flags = { rows: file, formats: KIT_FORMATS.join(","), workers: "2", out: join(folder, "kits") };
    const args = Object.entries(flags).flatMap(([name, value]) => [`--${name}`, value]);
    const artworks = rows.length * KIT_FORMATS.length;
    const factor = (PROVINCE.institutions * PROVINCE.formats) / artworks;
    const name = `${rows.length} institutions × ${KIT_FORMATS.length} formats (1/${factor} of a province)`;
    const entry = await entryFrom({ contender: "anpham", name }, async () => {
      const { wallMs, peakRssMb, out } = await runCommand(
        process.execPath,
        [COMMAND, "kit", ...args, "--json"],
        {
          codes: [0, FAULTY_PIECE],
          seconds: 300,
        },
      );
      const pieces = JSON.parse(out).kits.flatMap((kit) => kit.pieces);
      const made = pieces.filter(({ files }) => files.length > 0).length;
      if (made < artworks) throw new Error(`only ${made} of ${artworks} artworks were made`);
      return { times: [wallMs / made], rows: made, wallMs, peakRssMb };
    });
    return [{ ...entry, ratio: null }];
  });

export const PROCESSES = [
  {
    id: "cold",
    title: "Cold start: from nothing to one A5 flyer as PDF",
    unit: "ms a process",
    quick: true,
    run: coldStart,
  },
  {
    id: "province",
    title: "Province run from the command line: every artwork, contact sheets and indexes",
    unit: "ms an artwork",
    run: province,
  },
];
