import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { lastChangeOf, settle, type Visitor } from './visitor.ts';

/** What is wrong with the screen that is open now, in sentences; none is the aim. */
export async function lookAt({ page, takeComplaints }: Visitor): Promise<string[]> {
  let barriers: Barrier[];
  let seenAt: number;
  // A page that went on loading while it was looked at was not the page yet.
  do {
    await settle(page);
    seenAt = await lastChangeOf(page);
    barriers = await findBarriers(page);
  } while (seenAt !== (await lastChangeOf(page)));
  const overhang = await findSidewaysScroll(page);
  return [
    ...takeComplaints(),
    ...barriers.map(({ rule, help, places }) => `${rule}: ${help} (${places.join(' | ')})`),
    ...(await findRawKeys(page)).map((key) => `untranslated: ${key}`),
    ...(overhang > 0 ? [`reaches ${overhang} px beyond the screen`] : []),
  ];
}

/** For `locator.evaluate`: the words of an element as a person reads them. */
export const readable = (element: HTMLElement | SVGElement): string => (element as HTMLElement).innerText;

interface Barrier {
  rule: string;
  impact: string;
  help: string;
  places: string[];
}

let axeSource: string | undefined;

/** What stops people who use a keyboard or a reader: serious and critical findings of axe. */
async function findBarriers(page: Page): Promise<Barrier[]> {
  axeSource ??= fs.readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const axe = (globalThis as never as { axe: typeof import('axe-core') }).axe;
    const { violations } = await axe.run(document, { resultTypes: ['violations'] });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, impact, help, nodes }) => ({
        rule: id,
        impact: impact!,
        help,
        places: nodes.slice(0, 3).map((node) => `${node.target.join(' ')}: ${node.html.slice(0, 160)}`),
      }));
  });
}

/** Words that were never translated: a key of the catalogue where a sentence should be. */
async function findRawKeys(page: Page): Promise<string[]> {
  const text = await page.evaluate(() => {
    const labels = [...document.querySelectorAll('[aria-label], [title], [placeholder]')].flatMap((element) =>
      ['aria-label', 'title', 'placeholder'].map((name) => element.getAttribute(name) ?? ''),
    );
    return [document.title, document.body.innerText, ...labels].join('\n');
  });
  return [
    ...new Set(text.match(/(?<![@.\w])(?:faircast|ra|resources|house)\.[a-z][\w-]*(?:\.[\w-]+)*/gi) ?? []),
  ];
}

/** How many pixels a page reaches beyond the screen's right side. */
const findSidewaysScroll = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
