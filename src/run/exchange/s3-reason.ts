/** Failures of an S3 store, in sentences. */

import { reasonOf } from "../../base/diagnostic.ts";
import { networkReason } from "../../base/network-reason.ts";
import { quotedReason, type Reason } from "../../base/system-reason.ts";

const NO_KEYS: Reason = [
  "không có khóa truy cập (AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY)",
  "there are no access keys (AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY)",
];
const DENIED: Reason = [
  "khóa truy cập không có quyền, hoặc kho không nhận khóa",
  "the access key lacks a permission, or is not accepted",
];
const OTHER_REGION: Reason = ["bucket ở vùng khác (region)", "the bucket is in another region"];
const BUSY: Reason = ["kho đang quá tải", "the store is overloaded"];
const FULL: Reason = ["kho đã đầy", "the store is full"];

/** By the codes of S3 (API Reference, “Error responses”), of MinIO, and of the client. */
const REASONS: Readonly<Record<string, Reason>> = {
  NoSuchBucket: ["không có bucket này", "there is no such bucket"],
  InvalidAccessKeyId: ["kho không biết khóa truy cập này", "the access key is not known there"],
  SignatureDoesNotMatch: ["khóa bí mật sai", "the secret access key is wrong"],
  ExpiredToken: ["khóa tạm đã hết hạn", "the temporary key has expired"],
  InvalidToken: ["khóa tạm không dùng được", "the temporary key cannot be used"],
  RequestTimeTooSkewed: ["đồng hồ máy này lệch với đồng hồ của kho", "the clocks of here and there differ"],
  AccessDenied: DENIED,
  AllAccessDisabled: DENIED,
  AuthorizationHeaderMalformed: OTHER_REGION,
  PermanentRedirect: OTHER_REGION,
  TemporaryRedirect: OTHER_REGION,
  SlowDown: BUSY,
  ServiceUnavailable: BUSY,
  XMinioStorageFull: FULL,
  QuotaExceeded: FULL,
  EntityTooLarge: ["tệp lớn hơn kho cho phép", "the file is larger than the store allows"],
  BadDigest: ["tệp bị hỏng trên đường truyền", "the file was damaged on its way"],
  CredentialsProviderError: NO_KEYS,
  TimeoutError: ["không trả lời", "no answer"],
};

/** What answers without a body, as those to HEAD, say by their status. */
const STATUSES: Readonly<Record<number, Reason>> = { 301: OTHER_REGION, 403: DENIED, 503: BUSY };

interface Told {
  readonly name?: string;
  readonly code?: string;
  readonly $metadata?: { readonly httpStatusCode?: number };
}

export function s3Reason(thrown: unknown): Reason {
  const { name = "", code, $metadata } = (thrown ?? {}) as Told;
  const status = $metadata?.httpStatusCode;
  const known = networkReason(code) ?? REASONS[name] ?? STATUSES[status ?? 0];
  if (known) return known;
  // Some say nothing at all, or “UnknownError”.
  const text = status === undefined ? reasonOf(thrown).trim() : `${name} ${reasonOf(thrown)}, HTTP ${status}`;
  return quotedReason("kho", text.replace(/\s+/g, " "));
}
