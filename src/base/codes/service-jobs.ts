/** Codes of the HTTP service's jobs. */

import type { CodeEntry } from "./entry.ts";

export const SERVICE_JOB_CODES = {
  "service.unknown-job": {
    severity: "error",
    fault: "request",
    http: 404,
    vi: "Không có công việc “{job}”.",
    en: "There is no job “{job}”.",
    hintVi: "Công việc xong được giữ có hạn; kiểm tra mã đã nhận.",
    hintEn: "Finished jobs are kept for a time only; check the id.",
  },
  "service.unknown-file": {
    severity: "error",
    fault: "request",
    http: 404,
    vi: "Công việc không có tệp “{file}”.",
    en: "The job has no file “{file}”.",
    hintVi: "Xem danh sách tệp của công việc.",
    hintEn: "See the job's list of files.",
  },
  "service.too-many-jobs": {
    severity: "error",
    fault: "request",
    http: 429,
    vi: "Đã có {limit} công việc chưa xong.",
    en: "{limit} jobs are unfinished already.",
    hintVi: "Chờ hoặc hủy bớt công việc.",
    hintEn: "Wait, or cancel some.",
  },
  "service.too-many-watchers": {
    severity: "error",
    fault: "request",
    http: 429,
    vi: "Chủ khóa này đã có {limit} kết nối theo dõi công việc.",
    en: "{limit} connections of this key's owner are watching jobs already.",
    hintVi: "Đóng bớt kết nối tới /v1/jobs/:id/events, hoặc hỏi GET /v1/jobs/:id từng lúc.",
    hintEn: "Close some connections to /v1/jobs/:id/events, or ask GET /v1/jobs/:id now and then.",
  },
  "service.watchers-full": {
    severity: "error",
    fault: "internal",
    http: 503,
    vi: "Dịch vụ đã có {limit} kết nối theo dõi công việc, không nhận thêm.",
    en: "{limit} connections are watching jobs already; the service takes no more.",
    hintVi: "Công việc vẫn chạy: hỏi GET /v1/jobs/:id từng lúc, hoặc nối lại sau.",
    hintEn: "Jobs go on all the same: ask GET /v1/jobs/:id now and then, or connect again later.",
  },
  "service.queue-away": {
    severity: "error",
    fault: "internal",
    http: 503,
    vi: "Các máy dựng của dịch vụ tạm thời không dùng được.",
    en: "The machines that render for the service cannot be used just now.",
    hintVi: "Công việc chờ và tự chạy tiếp. Người vận hành xem nhật ký: Redis hoặc kho chung.",
    hintEn:
      "The job waits and goes on by itself. The operator finds the reason in the log: Redis or the shared store.",
  },
  "service.webhook-refused": {
    severity: "error",
    fault: "request",
    http: 422,
    vi: "Không gọi webhook tới “{url}”.",
    en: "No webhook is sent to “{url}”.",
    hintVi: "Cần địa chỉ https của máy chủ mà người vận hành đã cho phép (ANPHAM_WEBHOOK_HOSTS).",
    hintEn: "It takes an https address on a host that the operator allows (ANPHAM_WEBHOOK_HOSTS).",
  },
} as const satisfies Record<string, CodeEntry>;
