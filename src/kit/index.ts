/** The template kit: everything that a template may import. */

export { inset, intersection, outset, type Rect, rect } from "../base/geometry.ts";
export type { Mm } from "../base/units.ts";
export { capitals, nameCase, sentenceCase } from "../base/vietnamese/casing.ts";
export { comparePersons, compareVietnamese } from "../base/vietnamese/collation.ts";
export {
  clockTime,
  formalDate,
  longDate,
  shortDate,
  shortWeekday,
  weekday,
} from "../base/vietnamese/dates.ts";
export { groupedNumber, money } from "../base/vietnamese/numbers.ts";
export { groupPhone, internationalPhone } from "../base/vietnamese/phones.ts";
export type { ColorToken } from "../model/color-token.ts";
export type { PageContext, TemplateDefinition } from "../model/template.ts";
export { ALL_THEMES } from "../model/theme.ts";
export { Action, type ActionSetting, setAction } from "./action.tsx";
export { Badge, type BadgeSetting, setBadge } from "./badge.tsx";
export { BORDER_CORNER, Border, Rosette } from "./border/border.tsx";
export { Contact } from "./contact.tsx";
export { highlightOn, isLight, type LabelColors, labelColors, textOn } from "./contrast.ts";
export { cornered } from "./corner.ts";
export { defineTemplate } from "./define-template.ts";
export { EventLine, type EventSetting, setEventLine } from "./event-line.tsx";
export { type FlowBlock, type Flowed, flowBlocks } from "./flow.ts";
export {
  dottedLine,
  type FormalLine,
  FormalLines,
  fitName,
  formalHeight,
  wordsLine,
} from "./formal-lines.tsx";
export { Frame, type FrameProps } from "./frame.tsx";
export { freeAbove, freeAcross } from "./free-room.ts";
export { type Grid, grid, isSignage, type TypeScale, typeScale } from "./grid.ts";
export { bleeding, Ground } from "./ground.tsx";
export { fitHeadline, Headline, headlineSettings } from "./headline.tsx";
export { Icon, programmeIcon } from "./icon.tsx";
export { iconFor } from "./icons/icon-for.ts";
export type { IconName } from "./icons/names.ts";
export type { Component, Element, Node } from "./jsx-runtime.ts";
export { type LineGrid, lineGrid } from "./line-grid.ts";
export { Logo, type LogoSetting, setLogo } from "./logo.tsx";
export { LogoBar, type LogoBarSetting, setLogoBar } from "./logo-bar.tsx";
export { Message, wordsOf } from "./message.tsx";
export { Medal, type MedalField, medalField } from "./motif/medal.tsx";
export { Motif, type MotifProps } from "./motif/motif.tsx";
export { Page } from "./page.tsx";
export { Photo } from "./photo.tsx";
export { phraseSettings } from "./phrase-settings.ts";
export { List, Programmes } from "./programmes.tsx";
export { Qr, type QrSetting, qrSymbolSize, setQr } from "./qr.tsx";
export { Reply, Sender } from "./sender.tsx";
export { type ContactSetting, setContact } from "./set-contact.ts";
export { type ListEntry, type ListSetting, setList } from "./set-list.ts";
export {
  fitPhrase,
  type MessageSetting,
  type Placed,
  type Support,
  setMessage,
  setSupport,
} from "./set-message.ts";
export { setPhrase } from "./set-phrase.ts";
export { levelsOf, type ProgrammesSetting, setProgrammes } from "./set-programmes.ts";
export { type ReplySetting, setReply } from "./set-reply.ts";
export { type SenderSetting, setSender } from "./set-sender.ts";
export { opticalShare, setLines, setText, type TextSetting } from "./set-text.ts";
export { SignStrip, type SignStripSetting, setSignStrip } from "./sign-strip.tsx";
export { sloganSettings } from "./slogan-settings.ts";
export { type Block, column, stackHeight } from "./stack.ts";
export { Stage, type StageOptions, type StageSetting, setStage } from "./stage.tsx";
export type { Style } from "./style.ts";
export { announcing, atAGlance, occasions, telling } from "./telling.ts";
export { Text } from "./text.tsx";
export { Tile, tileColors } from "./tile.tsx";
export { WritingLines } from "./writing-lines.tsx";
