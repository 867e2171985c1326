import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compose } from "../../../src/compose/compose.ts";
import { keepsWords } from "../../../src/kit/splits-of.ts";
import { ALL_THEMES } from "../../../src/model/theme.ts";
import nameCard from "../../../templates/name-card/template.tsx";
import { sampleJob } from "../kit/sample-job.ts";
import { expectFramesApart, frameNamed, textOf, textsOf } from "./frames.ts";

const { institution, event } = JSON.parse(readFileSync("brand/samples/briefs/long.json", "utf8"));
const person = { name: "Nguyễn Thị Minh Châu", title: "Em", detail: "Lớp Công nghệ ô tô, khóa 12" };
const cases = nameCard.formats.flatMap((format) => ALL_THEMES.map((theme) => [format, theme] as const));

describe.each(cases)("name card in %s, theme %s", (format, theme) => {
  it("names wearer and institution, however long the institution's name is", () => {
    const job = sampleJob({ format, theme, template: nameCard, brief: { institution, event, person } });
    const page = compose(job).value[0]!;
    expect(textOf(frameNamed(page, "institution"))).toContain(institution.name.text);
    const wearer = textOf(frameNamed(page, "person-name"));
    expect(wearer.toLocaleUpperCase("vi")).toBe(person.name.toLocaleUpperCase("vi"));
    expectFramesApart(page, format);
  });

  it.each([
    "Trường Trung cấp Kinh tế – Kỹ thuật và Bồi dưỡng cán bộ Hợp tác xã miền Trung và Tây Nguyên",
    institution.name.text as string,
  ])("gives a long name without a short form lines enough to keep its words: %s", (text) => {
    const host = { ...institution, name: { text, short: null } };
    const job = sampleJob({ format, theme, template: nameCard, brief: { institution: host, event, person } });
    const page = compose(job).value[0]!;
    const lines = textsOf(frameNamed(page, "institution"));
    expect(lines.join(" ")).toBe(text);
    expect(keepsWords(lines), lines.join(" / ")).toBe(true);
    expectFramesApart(page, format);
  });

  it.each([
    ["SBD 0127", "SBD 0127"],
    ["0127", "Số 0127"],
  ])("tells the number %s as %s, and keeps it when room is short", (number, told) => {
    const long = { ...person, name: "Công Tằng Tôn Nữ Hoàng Nguyễn Thị Minh Châu", number };
    for (const wearer of [{ ...person, number }, long]) {
      const job = sampleJob({ format, theme, template: nameCard, brief: { person: wearer, event } });
      const page = compose(job).value[0]!;
      expect(textOf(frameNamed(page, "person-number"))).toBe(told);
      expectFramesApart(page, format);
    }
  });

  it("shows the mark beside a name that leaves it room", () => {
    const page = compose(sampleJob({ format, theme, template: nameCard, brief: { person } })).value[0]!;
    expect(textOf(frameNamed(page, "institution"))).toBe("NM Trường Cao đẳng Nghề Mẫu");
  });
});

it.each(ALL_THEMES)("a low card in theme %s has wearer and host on one edge", (theme) => {
  const job = sampleJob({ format: "name-card-86x54", theme, template: nameCard, brief: { person } });
  const page = compose(job).value[0]!;
  const edges = ["institution", "person-name", "person-detail"].map((name) => frameNamed(page, name)!.x);
  expect(new Set(edges).size).toBe(1);
  expect(JSON.stringify(frameNamed(page, "person-name"))).not.toMatch(/"(textAlign|alignItems)":"center"/u);
});
