/** The journal: a folder for each job, whose record is on disk before anybody hears of the job. */

import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { makeFolder } from "../../base/make-folder.ts";
import { sweepUnfinished, writeWholeFile } from "../../run/write-file.ts";
import { type JobRecord, jobRecord } from "./job-record.ts";

export interface JobStore {
  folderOf(id: string): string;
  /** All jobs, the oldest first. What cannot be read is left alone. */
  load(): Promise<readonly JobRecord[]>;
  /** @throws AnphamError `output.cannot-write`; then what was there before still is */
  write(job: JobRecord): Promise<void>;
  /** Puts the file of rows there. @throws AnphamError `output.cannot-write` */
  writeRows(id: string, name: string, bytes: Uint8Array): Promise<void>;
  remove(id: string): Promise<void>;
}

const RECORD = "job.json";

export function openJobStore(root: string): JobStore {
  const folderOf = (id: string) => join(root, id);
  return {
    folderOf,
    async load() {
      await makeFolder(root);
      const names = (await readdir(root)).filter((name) => /^[\da-f]{24}$/.test(name));
      const jobs: JobRecord[] = [];
      for (const name of names) {
        await sweepUnfinished(folderOf(name));
        const text = await readFile(join(folderOf(name), RECORD), "utf8").catch(() => null);
        const read = text === null ? null : jobRecord.safeParse(parsed(text));
        if (read?.success && read.data.id === name) jobs.push(read.data);
        // Rows without a record: the caller was told that it failed.
        else if (text === null) await rm(folderOf(name), { recursive: true, force: true });
      }
      return jobs.sort((a, b) => a.created - b.created);
    },
    write: (job) =>
      writeWholeFile(join(folderOf(job.id), RECORD), Buffer.from(`${JSON.stringify(job, null, 1)}\n`)),
    writeRows: (id, name, bytes) => writeWholeFile(join(folderOf(id), name), bytes),
    remove: (id) => rm(folderOf(id), { recursive: true, force: true }),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
