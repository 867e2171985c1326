export interface Flyer {
  readonly row: number;
  readonly name: string;
  readonly monogram: string;
  readonly governingBody: string;
  readonly badge: string;
  readonly headline: readonly string[];
  readonly tail: string;
  readonly programmesTitle: string;
  readonly programmes: readonly { readonly name: string; readonly icon: string }[];
  readonly call: string;
  readonly period: string;
  readonly phone: string;
  readonly website: string;
  readonly address: string;
  readonly qr: string;
}

export function flyer(i: number, count?: number): Flyer;
export function distinctFlyer(i: number): Flyer;
export function textsOf(piece: Flyer): string[];
export function briefOf(piece: Flyer): Record<string, unknown>;
