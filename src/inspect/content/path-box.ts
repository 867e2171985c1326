/** The extent of the path under construction (ISO 32000-1 §8.5.2), in mm. */

import type { Matrix, Rect } from "../../base/geometry.ts";

export class PathBox {
  #left = Number.POSITIVE_INFINITY;
  #top = Number.POSITIVE_INFINITY;
  #right = Number.NEGATIVE_INFINITY;
  #bottom = Number.NEGATIVE_INFINITY;
  #points = 0;
  #curved = false;
  #turned = false;

  /** Adds a point, or a control point, which may reach a little past the curve. */
  add(ctm: Matrix, x: number, y: number): void {
    const mmX = ctm[0] * x + ctm[2] * y + ctm[4];
    const mmY = ctm[1] * x + ctm[3] * y + ctm[5];
    if (mmX < this.#left) this.#left = mmX;
    if (mmX > this.#right) this.#right = mmX;
    if (mmY < this.#top) this.#top = mmY;
    if (mmY > this.#bottom) this.#bottom = mmY;
    this.#points++;
    // A turned rectangle's box is thicker than itself.
    this.#turned ||= (ctm[0] !== 0 || ctm[3] !== 0) && (ctm[1] !== 0 || ctm[2] !== 0);
  }

  curve(): void {
    this.#curved = true;
  }

  rectangle(ctm: Matrix, x: number, y: number, width: number, height: number): void {
    this.add(ctm, x, y);
    this.add(ctm, x + width, y);
    this.add(ctm, x + width, y + height);
    this.add(ctm, x, y + height);
  }

  /** `null` when there is no path. */
  get box(): Rect | null {
    if (this.#points === 0) return null;
    return {
      x: this.#left,
      y: this.#top,
      width: this.#right - this.#left,
      height: this.#bottom - this.#top,
    };
  }

  /** The shorter side of what can only be one upright rectangle or bar, else `null`. */
  get thickness(): number | null {
    const box = this.box;
    return box && !this.#curved && !this.#turned && this.#points <= 5
      ? Math.min(box.width, box.height)
      : null;
  }
}
