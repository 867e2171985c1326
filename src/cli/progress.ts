/** Progress of a long run on stderr: one line that changes on a terminal, plain lines elsewhere. */

export interface Progress {
  /**
   * @param problems finished items with findings
   * @param kept items that took no time: they were there already
   */
  update(done: number, total: number, problems: number, kept?: number): void;
  /** Clears the changing line. */
  end(): void;
}

/** Between plain lines, ms. */
const INTERVAL = 5000;

/** @param unit “Vietnamese | English”, chosen already */
export function showProgress(unit: string, quiet = false): Progress {
  const { isTTY } = process.stderr;
  const start = performance.now();
  let shown = start;
  return {
    update(done, total, problems, kept = 0) {
      const now = performance.now();
      const last = done === total;
      if (quiet || (now - shown < (isTTY ? 100 : INTERVAL) && !last)) return;
      shown = now;
      const seconds = (now - start) / 1000;
      const rate = (done - kept) / Math.max(0.001, seconds);
      const left = last || rate === 0 ? "" : `  ~${Math.ceil((total - done) / rate)} s`;
      const line = `${done}/${total} ${unit}  ${rate.toFixed(1)}/s${left}${problems > 0 ? `  ! ${problems}` : ""}`;
      process.stderr.write(isTTY ? `\r\x1b[K${line}` : `${line}\n`);
    },
    end() {
      if (isTTY && !quiet) process.stderr.write("\r\x1b[K");
    },
  };
}
