import type { Page } from 'playwright-core';
import type { VisitorOptions } from './visitor.ts';

export interface Picture {
  /** File name without `.png`. */
  name: string;
  hash: string;
  /** What to do before the picture is taken. */
  act?: (page: Page) => Promise<void>;
  /** Only the dialog that is open, where what lies behind it says nothing more. */
  isDialog?: boolean;
}

export interface Album extends VisitorOptions {
  /** Nobody: the page before signing in. */
  userKey?: string;
  pictures: readonly Picture[];
}
