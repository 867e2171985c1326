/** Failures of connections, in sentences. */

import type { Reason } from "./system-reason.ts";

const UNTRUSTED: Reason = [
  "máy này không tin chứng chỉ ở đó (NODE_EXTRA_CA_CERTS)",
  "its certificate is not trusted here (NODE_EXTRA_CA_CERTS)",
];

/** By the codes of Node and of OpenSSL. */
const REASONS: Readonly<Record<string, Reason>> = {
  ECONNREFUSED: ["không có gì nghe ở địa chỉ đó", "nothing listens there"],
  ENOTFOUND: ["không có máy tên đó", "there is no such host"],
  EAI_AGAIN: ["không hỏi được tên máy", "the host's name cannot be looked up"],
  EHOSTUNREACH: ["không có đường mạng tới đó", "no network leads there"],
  ENETUNREACH: ["không có đường mạng tới đó", "no network leads there"],
  ECONNRESET: ["kết nối bị ngắt", "the connection was cut"],
  EPIPE: ["kết nối bị ngắt", "the connection was cut"],
  ETIMEDOUT: ["không trả lời", "no answer"],
  EPROTO: ["ở đó không nói TLS", "TLS is not spoken there"],
  CERT_HAS_EXPIRED: ["chứng chỉ đã hết hạn", "its certificate has expired"],
  CERT_NOT_YET_VALID: ["chứng chỉ chưa có hiệu lực", "its certificate is not valid yet"],
  ERR_TLS_CERT_ALTNAME_INVALID: ["chứng chỉ của tên máy khác", "its certificate is of another host"],
  DEPTH_ZERO_SELF_SIGNED_CERT: UNTRUSTED,
  SELF_SIGNED_CERT_IN_CHAIN: UNTRUSTED,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: UNTRUSTED,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: UNTRUSTED,
};

/** `null` for what is no failure of a connection. */
export const networkReason = (code: string | undefined): Reason | null => REASONS[code ?? ""] ?? null;
