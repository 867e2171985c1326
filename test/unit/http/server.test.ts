import { expect, test } from "vitest";
import { loggedRequest } from "../../../src/http/server.ts";

test.each([
  ["/v1/render/certificate.pdf?data.person.name=An&signature=ab", "/v1/render/certificate.pdf"],
  ["/v1/jobs/0123/files/nguyen-van-an-certificate-a4.pdf", "/v1/jobs/0123/files/*"],
  ["/v1/jobs/0123/files/cd-y-te/thumbnails/an.png?x=1", "/v1/jobs/0123/files/*"],
  ["/v1/jobs/0123/files", "/v1/jobs/0123/files"],
  ["/v1/jobs/0123.zip", "/v1/jobs/0123.zip"],
])("of %s the log tells %s", (url, told) => {
  expect(loggedRequest({ method: "GET", url, ip: "127.0.0.1" })).toEqual({
    method: "GET",
    url: told,
    ip: "127.0.0.1",
  });
});
