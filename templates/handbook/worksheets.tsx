import {
  Frame,
  Ground,
  type Node,
  Page,
  type PageContext,
  type rect,
  Text,
  textOn,
  WritingLines,
} from "anpham/kit";
import { ItemFrame, PLAIN, setItem } from "./items.tsx";
import { Folio, Notes } from "./leaves.tsx";
import { measures, textBox } from "./measures.ts";
import { LOW_BAND, Opener, setOpener } from "./opener.tsx";
import type { Sheet } from "./plan.ts";

const TITLES: Readonly<Record<Sheet, string>> = {
  compare: "So sánh ba nghề em thích",
  ask: "Điều em muốn hỏi nhà trường",
  plan: "Việc em sẽ làm",
  notes: "Ghi chú",
};

/** A page to write on. */
export function worksheet(page: PageContext, sheet: Sheet, number: number): Node {
  const opener = setOpener(page, { kicker: null, title: TITLES[sheet], lead: null }, LOW_BAND);
  const { line, end } = measures(page);
  const box = textBox(page, number, opener.end);
  const body = { x: box.x, width: box.width, y: opener.end, height: end - opener.end };
  return (
    <Page>
      <Ground name="paper" color="paper" />
      <Opener set={opener} number={number} />
      {sheet === "notes" && (
        <Frame name="notes" role="art" {...body} y={body.y - line}>
          <WritingLines
            width={body.width}
            pitch={2 * line}
            count={Math.floor(body.height / line / 2)}
            color={page.color("muted")}
          />
        </Frame>
      )}
      {sheet === "compare" && <Comparison area={body} />}
      {sheet === "ask" && <Asking area={body} />}
      {sheet === "plan" && <Planning area={body} />}
      <Folio number={number} title={null} />
    </Page>
  );
}

type Area = ReturnType<typeof rect>;

const CRITERIA = [
  "Tên nghề",
  "Em thích vì",
  "Học ở đâu",
  "Học bao lâu",
  "Chi phí",
  "Sức khỏe, năng lực",
  "Việc làm gần nhà",
  "Học tiếp lên",
];
const JOBS = ["Nghề 1", "Nghề 2", "Nghề 3"];
const FIRST_COLUMN = 0.27;

/** Three occupations beside each other, by what matters. */
const Comparison = ({ area }: { readonly area: Area }, page: PageContext): Node => {
  const grid = measures(page);
  const { line } = grid;
  const head = 1.6 * line;
  const row = (area.height - head) / CRITERIA.length;
  const first = area.width * FIRST_COLUMN;
  const column = (area.width - first) / JOBS.length;
  const n = (value: number) => Math.round(value * 1000) / 1000;
  const rules = CRITERIA.map((_, i) => `M0 ${n(head + i * row)}H${n(area.width)}`).join("");
  const columns = JOBS.map((_, i) => `M${n(first + i * column)} 0V${n(area.height)}`).join("");
  const label = (text: string, width: number) =>
    grid.set(text, { size: grid.size * 0.94, weight: 600, width });
  return (
    <>
      <Frame name="table" role="art" {...area}>
        <svg viewBox={`0 0 ${n(area.width)} ${n(area.height)}`} width={n(area.width)} height={n(area.height)}>
          <rect x={0} y={0} width={n(area.width)} height={n(head)} fill={page.color("tint")} />
          <path
            d={`${rules}${columns}M0 ${n(area.height - 0.1)}H${n(area.width)}`}
            fill="none"
            stroke={page.color("primary-4")}
            stroke-width={0.2}
          />
        </svg>
      </Frame>
      {JOBS.map((text, i) => {
        const set = label(text, column - line);
        return (
          <Frame
            name={`job-${i + 1}`}
            x={area.x + first + i * column + line / 2}
            y={area.y + (head - set.height) / 2}
            width={column - line}
            height={set.height}
          >
            <Text set={set} color={textOn(page, "tint", "primary")} />
          </Frame>
        );
      })}
      {CRITERIA.map((text, i) => {
        const set = label(text, first - line / 2);
        return (
          <Frame
            name={`criterion-${i + 1}`}
            x={area.x}
            y={area.y + head + i * row + line / 2}
            width={first - line / 2}
            height={set.height}
          >
            <Text set={set} color={textOn(page, "paper", "ink")} />
          </Frame>
        );
      })}
    </>
  );
};

const QUESTIONS = [
  "Nghề này học những gì, thực hành ở đâu?",
  "Học phí, chỗ ở, chính sách hỗ trợ cho em thế nào?",
  "Em thực tập ở doanh nghiệp nào, trong bao lâu?",
  "Câu hỏi của riêng em",
];

/** Questions to bring along, with room for the answers. */
const Asking = ({ area }: { readonly area: Area }, page: PageContext): Node => {
  const { line } = measures(page);
  const share = area.height / QUESTIONS.length;
  return QUESTIONS.map((title, index) => (
    <Notes
      name={`answer-${index + 1}`}
      title={`${index + 1}. ${title}`}
      area={{ ...area, y: area.y + index * share, height: share - line / 2 }}
    />
  ));
};

const TASKS = [
  "Trả lời các câu hỏi về bản thân cùng bố mẹ",
  "Gặp một người đang làm nghề em thích",
  "Đến thăm trường, xem xưởng thực hành",
  "Gọi hoặc nhắn tin cho thầy cô tư vấn",
  "Chuẩn bị giấy tờ xét tuyển",
  "Nộp hồ sơ, giữ lại giấy hẹn",
];

/** Boxes to tick, each with a line for the day and the details. */
const Planning = ({ area }: { readonly area: Area }, page: PageContext): Node => {
  const { line } = measures(page);
  const share = Math.floor(area.height / line / TASKS.length) * line;
  return TASKS.map((title, index) => {
    const item = setItem(page, {
      ...PLAIN,
      marker: { kind: "box" },
      title,
      text: "Ngày làm và ghi chú:",
      writing: 1,
    });
    return <ItemFrame name={`task-${index + 1}`} item={item} x={area.x} y={area.y + index * share} />;
  });
};
