/** One field: its label, what it is filled with, how much room is left, what is wrong with it. */

import type { FormField } from "../../../model/form.ts";
import { Icon } from "../../ui/icon.tsx";
import { useStore } from "../editor.tsx";
import type { PlainFinding } from "../plain-words.ts";
import { ListControl } from "./list-control.tsx";
import { PictureControl } from "./picture-control.tsx";
import { ProgrammesControl } from "./programmes-control.tsx";
import { ReadyTexts } from "./ready-texts.tsx";
import { RoomCount } from "./room-count.tsx";
import { ShortForm } from "./short-form.tsx";
import { TextControl } from "./text-control.tsx";

export interface FieldProps {
  readonly field: FormField;
  readonly findings: readonly PlainFinding[];
}

export interface ControlProps {
  readonly field: FormField;
  /** Id of what describes it. */
  readonly describedBy: string;
  /** Whether an item of the list is wrong, `null` for the whole. */
  readonly isWrong: (item: number | null) => boolean;
}

export const idOf = (path: string): string => `f-${path.replaceAll(".", "-")}`;

const CONTROLS = {
  text: TextControl,
  textarea: TextControl,
  date: TextControl,
  time: TextControl,
  url: TextControl,
  email: TextControl,
  list: ListControl,
  phones: ListControl,
  programmes: ProgrammesControl,
  photo: PictureControl,
  logo: PictureControl,
} as const;

export function FieldView({ field, findings }: FieldProps) {
  const store = useStore();
  const { path, label, hint, control } = field;
  const { piece, draft, isForPiece } = store;
  const Control = CONTROLS[control];
  const isOwn = draft.value.pieces.length > 1 && path in piece.value.data;
  const back = isForPiece.value ? "Như cả bộ" : "Như ban đầu";
  const isGroup =
    control === "list" ||
    control === "phones" ||
    control === "programmes" ||
    control === "photo" ||
    control === "logo";
  const describedBy = `${idOf(path)}-help`;
  const isWrong: ControlProps["isWrong"] = (item) =>
    findings.some(
      (finding) =>
        finding.severity === "error" &&
        (item === null ||
          finding.path === path ||
          finding.path?.split(".")[path.split(".").length] === `${item}`),
    );
  const body = (
    <>
      <div class="field-head">
        {isGroup ? <span class="label">{label}</span> : <label for={idOf(path)}>{label}</label>}
        {isOwn && <span class="own">riêng</span>}
        <div class="field-tools live-only">
          {store.isSaid(path) && (
            <button
              class="linklike"
              type="button"
              title={back}
              onClick={({ currentTarget, detail }) => {
                // The button goes; who pressed it by key goes on in the field.
                const field = currentTarget.closest("[data-path]");
                store.unsay(path);
                if (detail === 0)
                  field
                    ?.querySelector<HTMLElement>("input:not(.plain-only), textarea:not(.plain-only)")
                    ?.focus();
              }}
            >
              <Icon name="rotate-ccw" />
              <span class="unseen">
                {back}: {label}
              </span>
            </button>
          )}
          <ReadyTexts field={field} />
        </div>
      </div>
      <Control field={field} describedBy={describedBy} isWrong={isWrong} />
      <div id={describedBy}>
        <div class="field-foot">
          {hint !== null && <p class="hint">{hint}</p>}
          {!isGroup && <RoomCount path={path} />}
        </div>
        {!isGroup && <ShortForm path={path} label={label} />}
        {findings.map(({ severity, text }) => (
          <p class={`note ${severity}`} key={text}>
            <Icon
              name={severity === "note" ? "info" : severity === "warning" ? "triangle-alert" : "circle-alert"}
            />
            <span>{text}</span>
          </p>
        ))}
      </div>
    </>
  );
  return isGroup ? (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot stand in a row with what follows it
    <div class="field" role="group" aria-label={label} data-path={path}>
      {body}
    </div>
  ) : (
    <div class="field" data-path={path}>
      {body}
    </div>
  );
}
