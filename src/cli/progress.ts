import type { Translate } from '../core/text/translate';
import type { Output } from './io';

/** One line that says how far a long run is: after a second, on a terminal rewritten in place, elsewhere written once. */
export class Progress {
  private readonly begun = performance.now();
  private shownAt = 0;
  private checked = 0;

  constructor(
    private readonly all: number,
    private readonly output: Output,
    private readonly t: Translate,
  ) {}

  step(): void {
    this.checked++;
    const now = performance.now();
    if (this.checked === this.all || now - this.begun < 1000 || now - this.shownAt < 200) return;
    if (this.shownAt > 0 && !this.output.isTTY) return;
    this.shownAt = now;
    const line = this.t('{0} of {1} playbooks checked …', this.checked, this.all);
    this.output.write(this.output.isTTY ? `\r${line}\u001b[K` : `${line}\n`);
  }

  done(): void {
    if (this.shownAt > 0 && this.output.isTTY) this.output.write('\r\u001b[K');
  }
}
