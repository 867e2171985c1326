import { expect, test } from "vitest";
import { website } from "../../../src/model/institution.ts";

test.each([
  "truong.edu.vn",
  "www.truong.edu.vn/tuyen-sinh?nam=2026",
  "https://truong.edu.vn",
  "trường.vn",
  "truong.edu.vn – tuyensinh.truong.edu.vn",
])("“%s” is the address of a website", (given) => {
  expect(website.parse(given)).toBe(given);
});

test.each([
  "http://",
  "htp:/sai dia chi",
  "https:/truong.edu.vn",
  "truong",
  "đang cập nhật",
  "a@truong..vn.",
])("“%s” is none", (given) => {
  expect(website.safeParse(given).error?.issues[0]?.message).toContain("truong.edu.vn");
});
