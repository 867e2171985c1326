/** `anpham queue`: looks into a queue, has parked jobs tried again, empties it. */

import { Argument, type Command } from "commander";
import { addCommonOptions, type CommonOptions } from "../context.ts";
import { inLanguage, type Language } from "../language.ts";
import { describe, EXIT, type ExitCode } from "../report.ts";
import { missing } from "../usage.ts";

interface QueueCommandOptions extends CommonOptions {
  readonly queue?: string;
}

const ACTIONS = ["list", "retry", "drain"] as const;
type Action = (typeof ACTIONS)[number];

/** Adds the command to the program; `finish` receives its exit code. */
export function addQueueCommand(
  program: Command,
  language: Language,
  finish: (code: ExitCode) => void,
): void {
  const say = (text: string) => inLanguage(text, language);
  const command = program
    .command("queue")
    .description(say("xem và xử lý hàng đợi của nhiều máy | look after the queue of many machines"))
    .addArgument(
      new Argument(
        "<action>",
        say(
          "list: đếm và kể việc bị để riêng; retry: thử lại chúng; drain: bỏ việc đang chờ | list: counts and parked jobs; retry: try those again; drain: remove what waits",
        ),
      ).choices(ACTIONS),
    )
    .option("--queue <redis://…>", say("hàng đợi (bắt buộc) | queue (required)"));
  addCommonOptions(command, language);
  command.action(async (action: Action, options: QueueCommandOptions) =>
    finish(await runQueueCommand(action, options, language)),
  );
}

async function runQueueCommand(
  action: Action,
  { queue, json = false }: QueueCommandOptions,
  language: Language,
): Promise<ExitCode> {
  const say = (text: string) => inLanguage(text, language);
  const { openOffice } = await import("../../run/queue/parked.ts");
  const office = await openOffice(queue ?? missing("--queue <redis://…>", "queue"));
  try {
    if (action !== "list") {
      const count = await office[action]();
      const told =
        action === "retry"
          ? `${count} việc được thử lại | ${count} jobs are tried again`
          : `đã bỏ ${count} việc đang chờ | ${count} waiting jobs removed`;
      console.log(json ? JSON.stringify({ ok: true, count }) : say(told));
      return EXIT.done;
    }
    const [counts, parked] = [await office.counts(), await office.parked()];
    if (json) console.log(JSON.stringify({ ok: true, ...counts, jobs: parked }, null, 2));
    else {
      const { waiting, active, parked: aside } = counts;
      for (const { id, diagnostics } of parked) {
        console.log([id, ...diagnostics.map((each) => describe(each, language))].join("\n"));
      }
      console.log(
        say(
          `${waiting} chờ, ${active} đang dựng, ${aside} để riêng | ${waiting} wait, ${active} are rendered, ${aside} are parked`,
        ),
      );
    }
    return EXIT.done;
  } finally {
    await office.close();
  }
}
