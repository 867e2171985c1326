/** Failures of the operating system, in sentences. */

import { fail } from "../base/diagnostic.ts";

export const isSystemError = (thrown: unknown): thrown is NodeJS.ErrnoException =>
  thrown instanceof Error && "code" in thrown && "syscall" in thrown;

/** What a failed file operation means, in both languages. */
export function systemReason(error: NodeJS.ErrnoException): readonly [vi: string, en: string] {
  switch (error.code) {
    case "ENOENT":
      return ["không có tệp này", "there is no such file"];
    case "EACCES":
    case "EPERM":
      return ["không có quyền", "permission denied"];
    case "EISDIR":
      return ["đây là thư mục", "it is a folder"];
    case "ENOTDIR":
      return ["đường dẫn đi qua một tệp", "the path leads through a file"];
    case "ENOSPC":
      return ["hết dung lượng đĩa", "the disk is full"];
    default:
      return [error.message, error.message];
  }
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
