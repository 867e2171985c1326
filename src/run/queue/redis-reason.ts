/** Failures of Redis, in sentences. */

import { AnphamError, diagnose, reasonOf } from "../../base/diagnostic.ts";
import { networkReason } from "../../base/network-reason.ts";
import { quotedReason, type Reason } from "../../base/system-reason.ts";

/** By the word that Redis begins its refusals with. */
const REASONS: Readonly<Record<string, Reason>> = {
  NOAUTH: ["cần mật khẩu", "a password is needed"],
  WRONGPASS: ["sai tên người dùng hoặc mật khẩu", "wrong user name or password"],
  NOPERM: ["tài khoản không đủ quyền", "the user lacks a permission"],
  OOM: ["Redis hết bộ nhớ (maxmemory)", "Redis is out of memory (maxmemory)"],
  MISCONF: ["Redis không ghi được xuống đĩa", "Redis cannot write to its disk"],
  READONLY: ["đây là bản sao chỉ đọc", "it is a read-only replica"],
  UNBLOCKED: ["Redis vừa đổi vai chính và bản sao", "Redis has just changed between master and replica"],
  LOADING: ["Redis còn đang nạp dữ liệu", "Redis is still loading its data"],
};

/** Passing: Redis says it of itself while it starts. */
const WAITS = /^(?:LOADING|BUSY|MASTERDOWN|CLUSTERDOWN|TRYAGAIN) /;

/** Whether Redis has answered, and the answer is no. */
export const isRefusal = (thrown: unknown): boolean =>
  thrown instanceof Error && thrown.name === "ReplyError" && !WAITS.test(thrown.message);

export function redisReason(thrown: unknown): Reason {
  const { code, message } = thrown instanceof Error ? (thrown as NodeJS.ErrnoException) : { message: "" };
  const network = networkReason(message === "timeout" ? "ETIMEDOUT" : code);
  const known = network ?? REASONS[/^[A-Z]+/.exec(message)?.[0] ?? ""];
  if (known) return known;
  const text = reasonOf(thrown)
    .replace(/ script: .*$/, "")
    .replace(/\.+$/, "");
  return quotedReason("Redis", text);
}

/** The same work, whose refusals are told as such. @throws AnphamError `queue.refused` */
export const tellingRefusals =
  <A extends readonly unknown[], R>(work: (...args: A) => Promise<R>) =>
  async (...args: A): Promise<R> => {
    try {
      return await work(...args);
    } catch (thrown) {
      if (!isRefusal(thrown)) throw thrown;
      const [reasonVi, reason] = redisReason(thrown);
      throw new AnphamError([diagnose("queue.refused", { reasonVi, reason })], { cause: thrown });
    }
  };
