import { changeState, readState } from './host';

const least = 0.2;
const most = 3;

/** The size of the drawings: kept over every update, changed by keys, buttons and the wheel with Ctrl or Alt. */
export class Zoom {
  private factor = readState().zoom;

  constructor(
    private readonly pane: HTMLElement,
    private readonly onChange: (percent: number) => void,
  ) {
    pane.addEventListener(
      'wheel',
      (event) => {
        if (!event.ctrlKey && !event.altKey) return;
        event.preventDefault();
        this.by(Math.exp(-event.deltaY / 400), event.clientX, event.clientY);
      },
      { passive: false },
    );
  }

  get percent(): number {
    return Math.round((this.factor ?? 1) * 100);
  }

  /** After an update: the drawings take the size they had. The first picture is fitted to the width. */
  apply(): void {
    if (this.factor === undefined) this.fit();
    else this.resize();
  }

  fit(): void {
    const widest = Math.max(0, ...this.drawings().map((drawing) => naturalSize(drawing).width));
    if (widest === 0 || this.pane.clientWidth === 0) return;
    this.set(Math.min(1.15, Math.max(0.45, (this.pane.clientWidth - 48) / widest)));
  }

  /** Around a point of the window: what is under the pointer stays there. */
  by(ratio: number, x = this.middle().x, y = this.middle().y): void {
    const box = this.pane.getBoundingClientRect();
    const before = this.factor ?? 1;
    const px = (this.pane.scrollLeft + x - box.left) / before;
    const py = (this.pane.scrollTop + y - box.top) / before;
    this.set(before * ratio);
    const after = this.factor ?? 1;
    this.pane.scrollTo(px * after - (x - box.left), py * after - (y - box.top));
  }

  reset(): void {
    this.by(1 / (this.factor ?? 1));
  }

  private set(factor: number): void {
    this.factor = Math.min(most, Math.max(least, factor));
    changeState({ zoom: this.factor });
    this.resize();
  }

  private resize(): void {
    for (const drawing of this.drawings()) {
      const { width, height } = naturalSize(drawing);
      drawing.setAttribute('width', String(Math.round(width * (this.factor ?? 1))));
      drawing.setAttribute('height', String(Math.round(height * (this.factor ?? 1))));
    }
    this.onChange(this.percent);
  }

  private drawings(): readonly SVGSVGElement[] {
    return [...this.pane.querySelectorAll<SVGSVGElement>('svg.up-flow')];
  }

  private middle() {
    const box = this.pane.getBoundingClientRect();
    return { x: box.left + box.width / 2, y: box.top + box.height / 3 };
  }
}

function naturalSize({ viewBox }: SVGSVGElement) {
  return viewBox.baseVal;
}
