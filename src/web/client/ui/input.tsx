/** An input whose type is chosen at run time: the element's own types know each type alone. */

import { h, type TargetedInputEvent } from "preact";

interface InputProps {
  readonly type: "text" | "tel" | "email" | "date" | "time";
  readonly value: string;
  readonly onInput: (event: TargetedInputEvent<HTMLInputElement>) => void;
  readonly [attribute: string]: unknown;
}

export const Input = (props: InputProps) => h("input", props as Readonly<Record<string, unknown>>);
