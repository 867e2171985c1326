import { Frame, Ground, type Node, Page, type PageContext, type Rect, WritingLines } from "anpham/kit";
import { Comparison } from "./comparison.tsx";
import { ItemFrame } from "./item-frame.tsx";
import { PLAIN, setItem } from "./items.ts";
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

const QUESTIONS = [
  "Nghề này học những gì, thực hành ở đâu?",
  "Học phí, chỗ ở, chính sách hỗ trợ cho em thế nào?",
  "Em thực tập ở doanh nghiệp nào, trong bao lâu?",
  "Câu hỏi của riêng em",
];

/** Questions to bring along, with room for the answers. */
const Asking = ({ area }: { readonly area: Rect }, page: PageContext): Node => {
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
const Planning = ({ area }: { readonly area: Rect }, page: PageContext): Node => {
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
