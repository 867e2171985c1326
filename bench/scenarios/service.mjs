/**
 * The HTTP service under load from 1 to 200 connections: a preview 1080 px wide and a PDF, new each time and cached,
 * beside the same flyer behind plain HTTP by engines that one would put there otherwise. The load comes from this
 * process, on the same cores.
 */

import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import autocannon from "autocannon";
import { briefOf, flyer, INSTITUTION } from "../content.mjs";
import { watchMemory } from "../measure/process-tree.mjs";
import { rounded } from "../measure/statistics.mjs";

const path = (relative) => fileURLToPath(new URL(`../../${relative}`, import.meta.url));
const WIDTH = 1080;
const CONNECTIONS = { quick: [1, 50], default: [1, 10, 50, 200], full: [1, 10, 50, 100, 200] };
const SECONDS = { quick: 2, default: 8, full: 20 };
const WARMUP = { quick: 2, default: 6, full: 15 };
const KINDS = ["png", "pdf"];

const OTHERS = [
  { id: "takumi", name: "takumi", makes: ["png"] },
  { id: "chromium", name: "Chromium", makes: ["png", "pdf"] },
];

/** Starts a server and waits for the address that it prints. */
async function started(args, options, line) {
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"], ...options });
  const address = await new Promise((resolve, reject) => {
    let told = "";
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on("line", (text) => {
        told += `${text}\n`;
        const found = line.exec(text);
        if (found) resolve(found[0]);
      });
    }
    child.once("exit", () => reject(new Error(told.trim().split("\n").slice(-3).join(" "))));
  });
  return {
    address,
    pid: child.pid,
    end: () =>
      new Promise((resolve) => {
        child.once("exit", resolve);
        child.kill("SIGTERM");
      }),
  };
}

async function openAnpham(state) {
  const env = { ...process.env, ANPHAM_LOG: "silent", ANPHAM_RATE_ADDRESS: "0", ANPHAM_RATE_KEY: "0" };
  const args = [path("dist/cli/main.js"), "serve", "--port", "0", "--state", state];
  const server = await started(args, { env }, /http:\/\/127\.0\.0\.1:\d+/);
  while (!(await fetch(`${server.address}/readyz`)).ok)
    await new Promise((resolve) => setTimeout(resolve, 200));
  return server;
}

/** The same address again and again, or another piece each time. */
const anphamPaths = (kind, isCached) => (n) => {
  const query = new URLSearchParams({
    format: "a5",
    institution: INSTITUTION,
    data: JSON.stringify(briefOf(flyer(isCached ? 0 : n))),
    ...(kind === "png" ? { width: String(WIDTH) } : {}),
  });
  return `/v1/render/recruitment-flyer.${kind}?${query}`;
};
const otherPaths = (kind) => (n) => `/${kind}?width=${WIDTH}&n=${n}`;

let number = 1;
/** One load; answers what came of it. */
function load(address, connections, seconds, pathOf) {
  return autocannon({
    url: address,
    connections,
    duration: seconds,
    timeout: 120,
    setupClient(client) {
      const next = () => client.setRequests([{ path: pathOf(number++) }]);
      next();
      client.on("response", next);
    },
  });
}

async function measured(who, server, { mode, pathOf, connections }) {
  const memory = watchMemory(server.pid);
  const begin = performance.now();
  const answer = await load(server.address, connections, SECONDS[mode], pathOf);
  const peakRssMb = memory.stop();
  const statuses = Object.entries(answer.statusCodeStats).map(([status, { count }]) => `${status}: ${count}`);
  const entry = {
    ...who,
    name: `${who.name}, ${connections} at once`,
    count: answer["2xx"],
    median: answer.latency.p50,
    p99: answer.latency.p99,
    perSecond: rounded(answer["2xx"] / answer.duration),
    statuses: [...statuses, ...(answer.errors > 0 ? [`broken off: ${answer.errors}`] : [])].join(", "),
    peakRssMb,
    processSeconds: rounded((performance.now() - begin) / 1000),
  };
  console.log(
    `  ${entry.name}: ${entry.perSecond}/s, ${entry.median} / ${entry.p99} ms, ${entry.statuses}, ${peakRssMb} MB`,
  );
  return entry;
}

async function ladder(who, server, mode, pathOf) {
  await load(server.address, 2, WARMUP[mode], pathOf);
  const entries = [];
  for (const connections of CONNECTIONS[mode]) {
    entries.push(await measured(who, server, { mode, pathOf, connections }));
  }
  return entries;
}

async function ours(kind, mode) {
  const state = mkdtempSync(join(tmpdir(), "bench-service-"));
  const server = await openAnpham(state);
  try {
    const cold = await ladder(
      { contender: "anpham", name: "anpham" },
      server,
      mode,
      anphamPaths(kind, false),
    );
    const who = { contender: "anpham", name: "anpham, cached" };
    return [...cold, ...(await ladder(who, server, mode, anphamPaths(kind, true)))];
  } finally {
    await server.end();
    rmSync(state, { recursive: true });
  }
}

async function other({ id, name }, kind, mode) {
  try {
    const server = await started(
      [path("bench/cases/serve-contender.mjs"), id],
      {},
      /http:\/\/127\.0\.0\.1:\d+/,
    );
    try {
      return await ladder({ contender: id, name }, server, mode, otherPaths(kind));
    } finally {
      await server.end();
    }
  } catch (thrown) {
    return [{ contender: id, name, skipped: thrown instanceof Error ? thrown.message : String(thrown) }];
  }
}

const titles = {
  png: `HTTP: a preview of the A5 flyer, ${WIDTH} px wide`,
  pdf: "HTTP: the A5 flyer as PDF",
};

export const SERVICE = KINDS.map((kind) => ({
  id: `service-${kind}`,
  title: titles[kind],
  unit: "ms to the answer; runs are answers of 200",
  async run({ mode, contenders }) {
    const isWanted = (id) => !contenders || contenders.includes(id);
    const entries = isWanted("anpham") ? await ours(kind, mode) : [];
    for (const each of OTHERS) {
      if (each.makes.includes(kind) && isWanted(each.id)) entries.push(...(await other(each, kind, mode)));
    }
    return entries;
  },
}));
