import { expect, test } from "vitest";
import { s3Reason } from "../../../../src/run/exchange/s3-reason.ts";

const answered = (name: string, httpStatusCode: number, message = name) =>
  Object.assign(new Error(message), { name, $metadata: { httpStatusCode } });
const failed = (code: string) => Object.assign(new Error(`connect ${code} 10.0.0.5:9000`), { code });

test.each([
  [answered("NoSuchBucket", 404, "The specified bucket does not exist"), "there is no such bucket"],
  [answered("SignatureDoesNotMatch", 403), "the secret access key is wrong"],
  [answered("RequestTimeTooSkewed", 403), "the clocks of here and there differ"],
  // HEAD has no body: the client knows the status alone.
  [answered("Unknown", 403, "UnknownError"), "the access key lacks a permission, or is not accepted"],
  [answered("Unknown", 301, "UnknownError"), "the bucket is in another region"],
  [failed("ECONNREFUSED"), "nothing listens there"],
  [Object.assign(new Error("timed out"), { name: "TimeoutError" }), "no answer"],
  [Object.assign(new Error("x"), { name: "CredentialsProviderError" }), "there are no access keys"],
])("%s, in a sentence of each language", (thrown, english) => {
  const [vi, en] = s3Reason(thrown);
  expect(en).toContain(english);
  expect(vi).not.toContain(en);
  expect(vi).not.toMatch(/bucket does not|connect|UnknownError/);
});

test("what is not known is quoted in Vietnamese sentences, with the status, on one line", () => {
  expect(s3Reason(answered("Wanted418", 418, "I am\n a teapot"))).toEqual([
    "kho báo “Wanted418 I am a teapot, HTTP 418”",
    "Wanted418 I am a teapot, HTTP 418",
  ]);
  expect(s3Reason(new Error("odd\n"))).toEqual(["kho báo “odd”", "odd"]);
});
