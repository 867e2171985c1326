/** One flyer by every contender, searched by poppler and put side by side in out/bench/contenders.png. */

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import sharp from "sharp";
import { CONTENDERS } from "./contenders/index.mjs";
import { A5, flyer, textsOf } from "./content.mjs";
import { runCase } from "./measure/processes.mjs";
import { A5_150 } from "./sizes.mjs";

const OUT = fileURLToPath(new URL("../out/bench/", import.meta.url));
const ROW = 12;
const POINT = 72 / 25.4;
/** Browsers round the page to whole CSS pixels. */
const SLACK = 1;
const CELL = { width: 436, height: 619, gap: 12 };

const tool = (name, ...args) => {
  const { stdout, error, status } = spawnSync(name, args, { encoding: "utf8", maxBuffer: 1 << 26 });
  if (error || status !== 0) throw new Error(`${name} is missing or failed`);
  return stdout;
};

const near = (found, wanted) => Math.abs(found - wanted) <= SLACK;

/** Words without their spaces: extraction puts some where letters are wide apart. */
const packed = (text) => text.normalize("NFC").replace(/\s+/g, "");

function checkPdf(file) {
  // The trim box is the piece; a print file has bleed and marks around it.
  const box = tool("pdfinfo", "-box", file)
    .match(/TrimBox:\s+(\S+)\s+(\S+)\s+(\S+)\s+(\S+)/)
    .slice(1)
    .map(Number);
  const [width, height] = [box[2] - box[0], box[3] - box[1]];
  const findings = [];
  if (!near(width, A5.width * POINT) || !near(height, A5.height * POINT)) {
    findings.push(`page of ${width} × ${height} pt`);
  }
  const text = packed(tool("pdftotext", file, "-"));
  const missing = textsOf(flyer(ROW)).filter((each) => !text.includes(packed(each)));
  if (missing.length > 0) findings.push(`not found: ${missing.join(", ")}`);
  const page = `${file}.png`;
  tool("pdftoppm", "-r", "150", "-png", "-singlefile", "-cropbox", file, file);
  return { findings, picture: page, made: "PDF of A5, every text found" };
}

async function checkPng(file) {
  const { width, height } = await sharp(readFileSync(file)).metadata();
  const right = width === A5_150.width && height === A5_150.height;
  return {
    findings: right ? [] : [`picture of ${width} × ${height}`],
    picture: file,
    made: `PNG of ${width} × ${height}`,
  };
}

async function check({ id, name, makes }) {
  const kind = makes.includes("pdf") ? "pdf" : "png";
  const file = `${OUT}${id}.${kind}`;
  try {
    await runCase({ case: "content", contender: id, kind, size: A5_150, file });
    const checked = kind === "pdf" ? checkPdf(file) : await checkPng(file);
    console.log(`  ${name}: ${checked.findings.join("; ") || checked.made}`);
    return { contender: id, name, ...checked };
  } catch (thrown) {
    console.warn(`  ${name}: SKIPPED: ${thrown.message}`);
    return { contender: id, name, skipped: thrown.message };
  }
}

async function montage(pictures) {
  const columns = Math.ceil(pictures.length / 2);
  const { width, height, gap } = CELL;
  const cells = await Promise.all(
    pictures.map(async (picture, i) => ({
      input: await sharp(picture).resize(width, height, { fit: "contain", background: "#888" }).toBuffer(),
      left: gap + (i % columns) * (width + gap),
      top: gap + Math.floor(i / columns) * (height + gap),
    })),
  );
  const size = { width: gap + columns * (width + gap), height: gap + 2 * (height + gap) };
  const canvas = sharp({ create: { ...size, channels: 3, background: "#888" } });
  await canvas.composite(cells).png().toFile(`${OUT}contenders.png`);
}

/** @param wanted ids of contenders, or `null` for all */
export async function checkContent(wanted) {
  mkdirSync(OUT, { recursive: true });
  const entries = [];
  for (const contender of CONTENDERS) {
    if (!wanted || wanted.includes(contender.id)) entries.push(await check(contender));
  }
  await montage(entries.flatMap(({ picture }) => (picture && existsSync(picture) ? [picture] : [])));
  return entries.map(({ picture: _, ...entry }) => entry);
}
