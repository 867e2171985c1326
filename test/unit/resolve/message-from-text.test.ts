import { expect, test } from "vitest";
import { message } from "../../../src/model/campaign.ts";
import { messageFromText } from "../../../src/resolve/message-from-text.ts";
import fc from "../../support/property.ts";

test("breaks a sentence evenly and where it pauses, from the most lines to one", () => {
  const { headline } = messageFromText("Ngày hội tư vấn tuyển sinh – hướng nghiệp");
  expect(headline.settings).toEqual([
    ["Ngày hội tư", "vấn tuyển", "sinh –", "hướng nghiệp"],
    ["Ngày hội tư vấn", "tuyển sinh –", "hướng nghiệp"],
    ["Ngày hội tư vấn tuyển sinh –", "hướng nghiệp"],
    ["Ngày hội tư vấn tuyển sinh – hướng nghiệp"],
  ]);
});

test("one word is one line", () => {
  expect(messageFromText("  Nghề ").headline.settings).toEqual([["Nghề"]]);
});

test("any short sentence becomes a valid message whose lines say the sentence", () => {
  const word = fc.stringMatching(/^[a-zàáâđêôươ]{1,12}$/);
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 15 }), (words) => {
      const made = message.omit({ id: true }).parse(messageFromText(words.join(" ")));
      for (const setting of made.headline.settings) expect(setting.join(" ")).toBe(made.text);
    }),
  );
});

test("a text without end is handed on to the schema, not broken for minutes", () => {
  const start = performance.now();
  messageFromText("từ ".repeat(100_000));
  expect(performance.now() - start).toBeLessThan(1000);
});

test("a typed hyphen becomes the dash of print, at the end of its line", () => {
  const { text, headline } = messageFromText("Thực học - Thực hành");
  expect(text).toBe("Thực học – Thực hành");
  expect(headline.settings).toContainEqual(["Thực học –", "Thực hành"]);
});
