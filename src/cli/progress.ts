/** How far a run is. The only place that asks a clock: nothing of it reaches the output. */
import type { Console } from './console.js';

/** Milliseconds between two updates of a line on a terminal, and between two lines elsewhere. */
const intervals = { terminal: 200, elsewhere: 10_000 };

export class Progress {
  private articles = 0;
  private bytes = 0;
  private readonly begun = seconds();
  private readonly timer: NodeJS.Timeout;

  /** @param total stored bytes to be read; infinite where nobody knows */
  constructor(
    private readonly console: Console,
    private readonly total: number,
  ) {
    const interval = console.isTerminal ? intervals.terminal : intervals.elsewhere;
    this.timer = setInterval(() => this.show(), interval).unref();
  }

  add(articles: number, bytes: number): void {
    this.articles += articles;
    this.bytes += bytes;
  }

  /** @returns seconds since the begin */
  end(): number {
    clearInterval(this.timer);
    this.console.clearStatus();
    return seconds() - this.begun;
  }

  private show(): void {
    const elapsed = Math.max(0.001, seconds() - this.begun);
    const { articles, bytes, total } = this;
    const isKnown = total < Number.MAX_SAFE_INTEGER;
    const left = isKnown && bytes > 0 ? ((total - bytes) * elapsed) / bytes : null;
    const record = {
      type: 'progress',
      articles,
      bytes,
      totalBytes: isKnown ? total : null,
      articlesPerSecond: round(articles / elapsed),
      bytesPerSecond: Math.round(bytes / elapsed),
      secondsLeft: left === null || bytes >= total ? null : Math.round(left),
    };
    const share = isKnown ? `${bar(bytes / total)} ` : '';
    // All is read; what is left is to be written, or to be taken by a server, which may take any time.
    const isRead = isKnown && bytes >= total;
    const rest = isRead ? ', finishing' : left === null ? '' : `, ${duration(left)} left`;
    const speed = `${round(articles / elapsed)} articles/s, ${round(bytes / elapsed / 1e6)} MB/s`;
    this.console.progress(record, `${share}${articles} articles, ${speed}${rest}`);
  }
}

const barWidth = 20;

function bar(share: number): string {
  const filled = Math.min(barWidth, Math.floor(share * barWidth));
  const percent = String(Math.min(100, Math.floor(share * 100))).padStart(3);
  return `[${'#'.repeat(filled)}${'.'.repeat(barWidth - filled)}] ${percent} %`;
}

function duration(total: number): string {
  const rounded = Math.ceil(total);
  const [hours, minutes, rest] = [Math.floor(rounded / 3600), Math.floor(rounded / 60) % 60, rounded % 60];
  if (hours > 0) return `${hours} h ${minutes} min`;
  return minutes > 0 ? `${minutes} min ${rest} s` : `${rest} s`;
}

function round(value: number): number {
  return value < 10 ? Math.round(value * 10) / 10 : Math.round(value);
}

/** Since some time in the past. */
export function seconds(): number {
  return Number(process.hrtime.bigint()) / 1e9;
}
