/** Versions of what was compared. */

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

const PACKAGES = {
  "satori + resvg": ["satori", "@resvg/resvg-js"],
  takumi: ["@takumi-rs/core"],
  Typst: ["@myriaddreamin/typst-ts-node-compiler"],
  "react-pdf": ["@react-pdf/renderer"],
  "Chromium over playwright-core": ["playwright-core"],
};

function packageVersion(name) {
  try {
    const manifest = new URL(`node_modules/${name}/package.json`, import.meta.url);
    return `${name} ${JSON.parse(readFileSync(manifest, "utf8")).version}`;
  } catch {
    return `${name} not installed`;
  }
}

const own = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));

export function contenderVersions() {
  const versions = { anpham: own.version };
  for (const [contender, names] of Object.entries(PACKAGES)) {
    versions[contender] = names.map(packageVersion).join(", ");
  }
  const browser = spawnSync("/usr/bin/chromium", ["--version"], { encoding: "utf8" });
  versions.Chromium = browser.stdout?.trim() || "not installed";
  return versions;
}
