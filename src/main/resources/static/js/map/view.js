// The visible part of a network: center and scale. Pure computation; y of the screen grows downward.
const CLOSEST = 4;
const MARGIN = 24;

export class View {
  constructor() {
    Object.assign(this, { x: 0, y: 0, scale: 1, width: 1, height: 1, smallest: 0.0001 });
  }

  resize(width, height) {
    Object.assign(this, { width: Math.max(1, width), height: Math.max(1, height) });
  }

  /** All of it. */
  fit({ left, right, bottom, top }) {
    const across = Math.max(1, this.width - 2 * MARGIN) / Math.max(1, right - left);
    const up = Math.max(1, this.height - 2 * MARGIN) / Math.max(1, top - bottom);
    Object.assign(this, { x: (left + right) / 2, y: (bottom + top) / 2, scale: Math.min(across, up, CLOSEST) });
    this.smallest = this.scale / 4;
  }

  /** Zooms by a factor; what is under the given point of the screen stays there. */
  zoom(factor, atX = this.width / 2, atY = this.height / 2) {
    const scale = Math.min(CLOSEST, Math.max(this.smallest, this.scale * factor));
    const [x, y] = this.toNetwork(atX, atY);
    this.x = x - (atX - this.width / 2) / scale;
    this.y = y + (atY - this.height / 2) / scale;
    this.scale = scale;
  }

  pan(dx, dy) {
    this.x -= dx / this.scale;
    this.y += dy / this.scale;
  }

  toNetwork(x, y) {
    return [this.x + (x - this.width / 2) / this.scale, this.y - (y - this.height / 2) / this.scale];
  }

  /** Prepares a context for drawing in coordinates of the network. */
  apply(context, pixels) {
    const s = this.scale * pixels;
    context.setTransform(
      s,
      0,
      0,
      -s,
      (this.width / 2 - this.x * this.scale) * pixels,
      (this.height / 2 + this.y * this.scale) * pixels,
    );
  }
}
