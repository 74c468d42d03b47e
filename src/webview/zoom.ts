const least = 0.2;
const most = 3;

export type ZoomStep = 'in' | 'out' | 'fit' | 'reset';

const keys: Readonly<Record<string, ZoomStep>> = { '+': 'in', '=': 'in', '-': 'out', '0': 'reset', f: 'fit' };

/** The size of the drawings: kept over every update, changed by keys, buttons and the wheel with Ctrl or Alt. */
export class Zoom {
  /** Undefined until the first picture, which is fitted to the width. */
  private factor: number | undefined;

  constructor(
    private readonly pane: HTMLElement,
    private readonly onChange: (percent: number) => void,
    /** The size that somebody chose: it outlives the page. */
    private readonly keep: (factor: number) => void,
  ) {
    // A pinch on a touchpad comes as a wheel with Ctrl.
    pane.addEventListener(
      'wheel',
      (event) => {
        if (!event.ctrlKey && !event.altKey) return;
        event.preventDefault();
        const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
        const step = Math.max(-160, Math.min(160, event.deltaY * lines));
        this.by(Math.exp(-step / 400), event.clientX, event.clientY);
      },
      { passive: false },
    );
  }

  /** The size of a playbook that is shown anew; undefined fits it. */
  start(factor: number | undefined): void {
    this.factor = factor === undefined ? undefined : within(factor);
  }

  /** After an update: the drawings take the size they had. */
  apply(): void {
    if (this.factor === undefined) this.fit();
    else this.resize();
  }

  step(how: ZoomStep): void {
    if (how === 'in') this.by(1.2);
    else if (how === 'out') this.by(1 / 1.2);
    else if (how === 'fit') this.fit();
    else this.reset();
  }

  /** False where the key is none of these. */
  byKey(key: string): boolean {
    const how = keys[key];
    if (how !== undefined) this.step(how);
    return how !== undefined;
  }

  fit(): void {
    const widest = Math.max(0, ...this.drawings().map((drawing) => naturalSize(drawing).width));
    if (widest === 0 || this.pane.clientWidth === 0) return;
    this.set(Math.min(1.15, Math.max(0.6, (this.pane.clientWidth - 48) / widest)));
  }

  /** Around a point of the window, by default above the middle: what is there stays there. */
  by(ratio: number, x?: number, y?: number): void {
    const box = this.pane.getBoundingClientRect();
    const px = x ?? box.left + box.width / 2;
    const py = y ?? box.top + box.height / 3;
    const drawings = this.drawings();
    const anchor = drawings.find((drawing) => drawing.getBoundingClientRect().bottom > py) ?? drawings.at(-1);
    if (anchor === undefined) return;
    const before = anchor.getBoundingClientRect();
    this.set((this.factor ?? 1) * ratio);
    const after = anchor.getBoundingClientRect();
    this.pane.scrollBy(
      after.left + ((px - before.left) * after.width) / before.width - px,
      after.top + ((py - before.top) * after.height) / before.height - py,
    );
  }

  reset(): void {
    this.by(1 / (this.factor ?? 1));
  }

  private set(factor: number): void {
    this.factor = within(factor);
    this.keep(this.factor);
    this.resize();
  }

  private resize(): void {
    const factor = this.factor ?? 1;
    for (const drawing of this.drawings()) {
      const { width, height } = naturalSize(drawing);
      const size = { width: String(Math.round(width * factor)), height: String(Math.round(height * factor)) };
      for (const [name, value] of Object.entries(size))
        if (drawing.getAttribute(name) !== value) drawing.setAttribute(name, value);
    }
    this.onChange(Math.round(factor * 100));
  }

  private drawings(): readonly SVGSVGElement[] {
    return [...this.pane.querySelectorAll<SVGSVGElement>('svg.up-flow')];
  }
}

const within = (factor: number) => Math.min(most, Math.max(least, factor));

function naturalSize({ viewBox }: SVGSVGElement) {
  return viewBox.baseVal;
}
