/** Failures of the operating system, in sentences. */

import { fail, reasonOf } from "./diagnostic.ts";

export const isSystemError = (thrown: unknown): thrown is NodeJS.ErrnoException =>
  thrown instanceof Error && "code" in thrown && "syscall" in thrown;

export type Reason = readonly [vi: string, en: string];

/**
 * The words of somebody who knows but one language: quoted in the sentences of the other.
 * @param who in Vietnamese
 */
export const quotedReason = (who: string, text: string): Reason => [`${who} báo “${text}”`, text];

const REASONS: Readonly<Record<string, Reason>> = {
  ENOENT: ["không có tệp này", "there is no such file"],
  EACCES: ["không có quyền", "permission denied"],
  EPERM: ["không có quyền", "permission denied"],
  EISDIR: ["đây là thư mục", "it is a folder"],
  EEXIST: ["ở đó đã có tệp mang tên này", "a file of this name is there"],
  ENOTDIR: ["đường dẫn đi qua một tệp", "the path leads through a file"],
  ENOSPC: ["hết dung lượng đĩa", "the disk is full"],
  EDQUOT: ["hết hạn mức đĩa", "the disk quota is used up"],
  EFBIG: ["tệp lớn hơn hệ thống cho phép", "the file is larger than the system allows"],
  EROFS: ["đĩa chỉ đọc", "the disk is read-only"],
  ENAMETOOLONG: ["tên dài quá", "the name is too long"],
  ELOOP: ["liên kết tượng trưng đi vòng", "symbolic links lead in a circle"],
  EMFILE: ["quá nhiều tệp đang mở", "too many files are open"],
  ENFILE: ["quá nhiều tệp đang mở", "too many files are open"],
  EBUSY: ["tệp đang bị chương trình khác giữ", "another program holds the file"],
  EIO: ["đĩa hoặc đường mạng tới nó bị lỗi", "the disk, or the network to it, fails"],
  ESTALE: ["thư mục mạng đã bị ngắt", "the network folder was disconnected"],
  ETIMEDOUT: ["thư mục mạng không trả lời", "the network folder does not answer"],
};

/** Of a folder whose parent is there, as in `/proc`. */
const NO_FOLDER: Reason = ["ở đó không tạo được thư mục nào", "no folder can be made there"];

/** What a failed file operation means, in both languages. */
export function systemReason({ code = "", syscall, message }: NodeJS.ErrnoException): Reason {
  if (code === "ENOENT" && syscall === "mkdir") return NO_FOLDER;
  return REASONS[code] ?? quotedReason("hệ thống", message);
}

/**
 * Turns a failed read into `request.unreadable-file`; anything but a failure of the system is thrown on.
 * @param name how to call the file in the complaint
 */
export function failOnFile(name: string, thrown: unknown): never {
  if (!isSystemError(thrown)) throw thrown;
  const [reasonVi, reason] = systemReason(thrown);
  fail("request.unreadable-file", { file: name, reasonVi, reason }, { file: name }, { cause: thrown });
}

/**
 * Turns a failed write into `output.cannot-write`; whatever is no failure of the system says it in its own words.
 * @param file its path
 */
export function failOnWrite(file: string, thrown: unknown): never {
  const [reasonVi, reason] = isSystemError(thrown)
    ? systemReason(thrown)
    : quotedReason("chương trình", reasonOf(thrown));
  fail("output.cannot-write", { file, reasonVi, reason }, { file }, { cause: thrown });
}
