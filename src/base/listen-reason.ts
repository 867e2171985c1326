/** Why a port cannot be listened on, in sentences. */

import { quotedReason, type Reason } from "./system-reason.ts";

const REASONS: Readonly<Record<string, Reason>> = {
  EADDRINUSE: ["chương trình khác đang dùng cổng đó", "another program uses it"],
  EACCES: [
    "không có quyền; cổng dưới 1024 thường chỉ dành cho root",
    "permission denied; ports below 1024 are for root as a rule",
  ],
};

/** In both languages. */
export const listenReason = ({ code, message }: NodeJS.ErrnoException): Reason =>
  REASONS[code ?? ""] ?? quotedReason("hệ thống", message);
