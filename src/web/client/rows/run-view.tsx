/** The print run: asked for, watched while it goes on, taken away. */

import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { activePiece } from "../../model/draft.ts";
import { draftToQuery } from "../../model/draft-link.ts";
import type { RowsPage } from "../../model/page.ts";
import { type CheckedTable, toCsv } from "../../model/rows.ts";
import { AwayError, RefusedError, sendParts } from "../editor/api.ts";
import { ErrorNote } from "../ui/error-note.tsx";
import { Icon } from "../ui/icon.tsx";
import { forgetJob, keepJob, keptJob } from "./kept-job.ts";
import { runRequest } from "./run-request.ts";
import type { Table } from "./steps.tsx";

interface RunProps {
  readonly page: RowsPage;
  readonly table: Table;
  readonly checked: CheckedTable;
}

interface Job {
  readonly id: string;
  readonly state: "queued" | "running" | "done" | "failed" | "cancelled";
  readonly progress: { readonly done: number; readonly total: number; readonly problems: number };
}

interface ResultFile {
  readonly name: string;
  readonly size: number;
  readonly href: string;
}

const KINDS = [
  ["pdf", "PDF cho nhà in"],
  ["png", "Ảnh PNG"],
] as const;
const PAGE = 12;

export function RunView({ page, table, checked }: RunProps) {
  const job = useSignal<Job | null>(null);
  const files = useSignal<readonly ResultFile[]>([]);
  const trouble = useSignal<string | null>(null);
  const kind = useSignal<"pdf" | "png">("pdf");
  const shown = useSignal(0);
  const making = useRef<HTMLButtonElement>(null);
  const format = page.catalogue.formats.find(({ id }) => id === activePiece(page.draft)?.format);

  const of = draftToQuery(page.draft).toString();

  const watch = (id: string): (() => void) => {
    // Reconnects by itself, and goes on where it was.
    const events = new EventSource(`/v1/jobs/${id}/events`);
    const update = async () => {
      const response = await fetch(`/v1/jobs/${id}`).catch(() => null);
      if (response?.status === 404) {
        forget();
        events.close();
        return;
      }
      if (!response?.ok) return;
      const now = (await response.json()) as Job;
      job.value = now;
      if (now.state === "queued" || now.state === "running") return;
      events.close();
      const listed = await fetch(`/v1/jobs/${id}/files`).catch(() => null);
      if (listed?.ok)
        files.value = ((await listed.json()) as ResultFile[]).filter(({ name }) =>
          /\.(?:pdf|png|jpg|zip)$/.test(name),
        );
    };
    events.addEventListener("progress", (event) => {
      const { done, total, problems } = JSON.parse((event as MessageEvent<string>).data) as Job["progress"];
      if (job.value) job.value = { ...job.value, state: "running", progress: { done, total, problems } };
    });
    events.addEventListener("state", () => void update());
    void update();
    return () => events.close();
  };
  const forget = () => {
    forgetJob();
    job.value = null;
    files.value = [];
  };

  useEffect(() => {
    const kept = keptJob(of);
    return kept ? watch(kept) : undefined;
  }, []);

  const start = async () => {
    trouble.value = null;
    files.value = [];
    try {
      const request = {
        ...(await runRequest(checked)),
        as: [kind.value],
        ...(Object.keys(table.map).length > 0 ? { map: table.map } : {}),
      };
      const made = await sendParts<Job>("/v1/batches", {
        request: JSON.stringify(request),
        file: new File([toCsv(table)], "rows.csv", { type: "text/csv" }),
      });
      job.value = made;
      keepJob({ id: made.id, of });
      watch(made.id);
    } catch (thrown) {
      if (thrown instanceof RefusedError) trouble.value = thrown.message;
      else if (thrown instanceof AwayError)
        trouble.value = "Máy chủ chưa nhận việc. Bảng vẫn còn nguyên; chờ một lát rồi bấm lại.";
      else throw thrown;
    }
  };

  const stop = async (id: string) => {
    making.current?.focus();
    const response = await fetch(`/v1/jobs/${id}`, { method: "DELETE" }).catch(() => null);
    trouble.value = response?.ok ? null : "Chưa dừng được vì máy chủ chưa trả lời. Hãy bấm lại.";
  };

  const now = job.value;
  const isRunning = now?.state === "queued" || now?.state === "running";
  const pages = Math.max(1, Math.ceil(files.value.length / PAGE));
  return (
    <>
      <div class="run-tools">
        <fieldset class="run-kinds">
          <legend class="unseen">Loại tệp</legend>
          {KINDS.filter(([id]) => format?.medium === "print" || id === "png").map(([id, name]) => (
            <label class="check" key={id}>
              <input
                type="radio"
                name="kind"
                checked={kind.value === id}
                onChange={() => (kind.value = id)}
              />
              {name}
            </label>
          ))}
        </fieldset>
        <button
          class="button call"
          type="button"
          ref={making}
          aria-disabled={isRunning || checked.good === 0}
          onClick={() => {
            if (!isRunning && checked.good > 0) void start();
          }}
        >
          <Icon name="layers" />
          Làm {checked.good} ấn phẩm
        </button>
        {isRunning && now && (
          <button class="button" type="button" onClick={() => void stop(now.id)}>
            Dừng
          </button>
        )}
      </div>
      {checked.good < checked.total && (
        <p class="hint">
          {checked.total - checked.good} dòng còn lỗi sẽ được bỏ qua; sửa ở bước 3 để làm đủ.
        </p>
      )}
      <div role="status">
        {trouble.value !== null && <ErrorNote>{trouble.value}</ErrorNote>}
        {isRunning && <span class="unseen">Đang làm {checked.good} ấn phẩm</span>}
        {now?.state === "failed" && (
          <ErrorNote>Không làm xong. Bảng vẫn còn nguyên: sửa những dòng có lỗi rồi bấm làm lại.</ErrorNote>
        )}
        {now?.state === "cancelled" && <p class="note warning">Đã dừng. Những tệp làm xong vẫn tải được.</p>}
        {now && files.value.length > 0 && (
          <p class="verdict good">
            <Icon name="circle-check" />
            {files.value.length} tệp đã xong
          </p>
        )}
      </div>
      {now && isRunning && (
        <p class="run-progress">
          <progress max={Math.max(1, now.progress.total)} value={now.progress.done} aria-label="Tiến độ" />
          {now.progress.done} / {now.progress.total || checked.good} ấn phẩm
        </p>
      )}
      {now && files.value.length > 0 && (
        <>
          <div class="run-done">
            <a class="button deep" href={`/v1/jobs/${now.id}.zip`} download>
              <Icon name="download" />
              Tải tất cả (ZIP)
            </a>
          </div>
          <ul class="results">
            {files.value.slice(shown.value * PAGE, (shown.value + 1) * PAGE).map(({ name, href, size }) => (
              <li key={name}>
                <a href={href} target="_blank" rel="noreferrer">
                  {/\.(?:png|jpg)$/.test(name) ? (
                    <img src={href} alt="" loading="lazy" />
                  ) : (
                    <Icon name="file-text" />
                  )}
                  <span>{name}</span>
                  <small>{Math.max(1, Math.round(size / 1024))} KB</small>
                </a>
              </li>
            ))}
          </ul>
          {pages > 1 && (
            <nav class="pager" aria-label="Các trang kết quả">
              <button
                class="button small"
                type="button"
                disabled={shown.value === 0}
                onClick={() => shown.value--}
              >
                Trước
              </button>
              <span>
                Trang {shown.value + 1} / {pages}
              </span>
              <button
                class="button small"
                type="button"
                disabled={shown.value >= pages - 1}
                onClick={() => shown.value++}
              >
                Sau
              </button>
            </nav>
          )}
        </>
      )}
    </>
  );
}
