import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { readText } from "./brand-files.ts";

const folder = fileURLToPath(new URL("../../../brand/logos/", import.meta.url));
const logos = readdirSync(folder).filter((file) => file.endsWith(".svg"));

it.each(logos)(
  "%s is a plain, small, square drawing that says by its name that it is not a real mark",
  (file) => {
    const svg = readText(`brand/logos/${file}`);
    expect(file).toMatch(/^(placeholder|sample)-/);
    expect(svg.length).toBeLessThan(4096);
    const elements = new Set([...svg.matchAll(/<([a-zA-Z]+)/g)].map(([, name]) => name));
    expect(
      [...elements].filter((name) => !["svg", "title", "g", "path", "rect", "circle"].includes(name!)),
    ).toEqual([]);
    expect(svg).not.toMatch(/\son\w+=|href|url\(|style=|<!|<\?/);
    const [, , , width, height] = /viewBox="(\S+) (\S+) (\S+) (\S+)"/.exec(svg) ?? [];
    expect(width).toBeDefined();
    expect(width).toBe(height);
  },
);

it.each(logos)(
  "%s has no line that would be too thin for offset where a flyer shows it 6 mm high",
  (file) => {
    const svg = readText(`brand/logos/${file}`);
    const side = Number(/viewBox="0 0 (\S+)/.exec(svg)![1]);
    for (const [, width] of svg.matchAll(/stroke-width="([^"]+)"/g))
      expect(((Number(width) / side) * 6 * 72) / 25.4).toBeGreaterThan(0.5);
  },
);
