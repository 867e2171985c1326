/** A name as long as names get, over two or three lines beside the mark. */

import { expect, test } from "vitest";
import { ALL_THEMES } from "../../src/model/theme.ts";
import { packageFolders } from "../../src/package-folders.ts";
import { createEngine } from "../../src/render.ts";

const engine = await createEngine(packageFolders());

test.each(
  ALL_THEMES.flatMap((theme) => ["social-post", "banner"].map((template) => [template, theme] as const)),
)("%s in theme %s keeps the marks over its capitals in the safe area", async (template, theme) => {
  const { formats } = await engine.library.templates.load(template);
  const name =
    "Trường Cao đẳng Kinh tế – Kỹ thuật và Nghiệp vụ Nguyễn Trường Tộ thành phố Phan Rang – Tháp Chàm";
  const complaints: string[] = [];
  for (const format of formats) {
    const data = { institution: { name, monogram: "TĐTG", logo: null } };
    const request = {
      template,
      format,
      theme,
      institution: "cd-y-te",
      data,
      as: "svg",
    } as const;
    const { diagnostics } = await engine.render(request);
    complaints.push(...diagnostics.map(({ code, message }) => `${format}: ${code} ${message.en}`));
  }
  expect(complaints).toEqual([]);
});
