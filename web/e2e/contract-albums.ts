import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import type { Album, Picture } from './album.ts';
import { goTo } from './visitor.ts';

/** Of the demo: a contract before compliance with findings that block, and one its anchor is reading. */
const IN_REVIEW = { contract: '#/contracts/9/show', review: '#/contracts/9/versions/10/review' };
const READING = '#/contracts/8/versions/9/read';

const GUIDE = fileURLToPath(new URL('../../docs/guide/contracts/', import.meta.url));
const textOf = (name: string): string => fs.readFileSync(`${GUIDE}${name}.md`, 'utf8');

interface Place {
  contractId: number;
  versionId: number;
}

/** A contract of the guide as a draft of the demo: the operator pastes it. */
async function layOut(page: Page, { no, name }: { no: string; name: string }): Promise<Place> {
  const contract = { no, anchorId: 5, title: '主播合作合同', startsOn: '2026-08-01' };
  const { id: contractId } = await post(page, '/contracts', contract);
  return { contractId, versionId: await addVersion(page, contractId, textOf(name)) };
}

async function addVersion(page: Page, contractId: number, text: string): Promise<number> {
  const { id } = await post(page, `/contracts/${contractId}/versions`, { effectiveFrom: '2026-08-01' });
  await post(page, `/contracts/${contractId}/versions/${id}/text`, { text });
  return id;
}

const post = (page: Page, path: string, body: object): Promise<{ id: number }> =>
  page.evaluate(
    async ([to, sent]) => {
      const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
      const answer = await fetch(`/api${to}`, { method: 'POST', headers, body: JSON.stringify(sent) });
      if (!answer.ok) throw new Error(`${to}: ${await answer.text()}`);
      return answer.json();
    },
    [path, body] as const,
  );

/** Unfolds what was found about the penalty, which has figures; a fair contract shows its first finding, if any. */
async function openPenalty(page: Page): Promise<void> {
  await page.locator('[data-pane=text]').waitFor();
  const penalty = page.getByRole('button', { name: /天价违约金|Excessive liquidated damages/ });
  const any = page.locator('[id^=finding-card-]');
  const chosen = (await penalty.count()) > 0 ? penalty : any;
  if ((await chosen.count()) > 0) await chosen.first().click();
}

/** The review of a contract of the guide. */
const reviewOf = (no: string, name: string): Picture => ({
  name: `review-${name}`,
  hash: '#/contracts',
  async act(page) {
    const { contractId, versionId } = await layOut(page, { no, name });
    await goTo(page, `#/contracts/${contractId}/versions/${versionId}/review`);
    await openPenalty(page);
  },
});

/** Version 2 of the hard contract: the penalty and the forum made fair. */
const DIFF: Picture = {
  name: 'contract-diff',
  hash: '#/contracts',
  async act(page) {
    const { contractId, versionId } = await layOut(page, { no: 'GUIDE-DIFF', name: 'hard' });
    const better = textOf('hard')
      .replace('三年内', '合作期内')
      .replace(
        /合作期满前三十日内任何一方未书面提出异议的，本合同自动顺延两年。/,
        '期满前双方书面确认后可以续期一年。',
      )
      .replace(/乙方迟到、早退的，[^\n]+/, '乙方缺播的，双方核实原因后协商补播。');
    const second = await addVersion(page, contractId, better);
    await goTo(page, `#/contracts/${contractId}/versions/${second}/diff/${versionId}`);
  },
};

const inEnglish = (pictures: readonly Picture[]): Picture[] =>
  pictures.map((picture) => ({ ...picture, name: `${picture.name}.en` }));

const DESK: readonly Picture[] = [
  { name: 'contract-way', hash: IN_REVIEW.contract },
  {
    name: 'contract-review',
    hash: IN_REVIEW.review,
    act: openPenalty,
  },
];
const PHONE: readonly Picture[] = [
  { name: 'phone-reading', hash: READING },
  { name: 'phone-promises', hash: '#/contract-promises' },
];

/** The pictures of contracts: the office's, and an anchor's phone. */
export const CONTRACT_ALBUMS: readonly Album[] = [
  {
    userKey: 'operator',
    pictures: [
      { name: 'contract-board', hash: '#/contract-board?kind=scanMissing' },
      { name: 'promise', hash: '#/contract-promises/1/show' },
      reviewOf('GUIDE-1', 'fair'),
      reviewOf('GUIDE-2', 'hard'),
      reviewOf('GUIDE-3', 'atrocious'),
      DIFF,
    ],
  },
  { userKey: 'compliance', pictures: DESK },
  { userKey: 'compliance', locale: 'en', pictures: inEnglish(DESK) },
  { userKey: 'compliance', dark: true, pictures: [{ ...DESK[1]!, name: 'contract-review.dark' }] },
  {
    userKey: 'compliance',
    screen: 'phone',
    pictures: [{ name: 'phone-review', hash: `${IN_REVIEW.review}` }],
  },
  { userKey: 'beichuan', screen: 'phone', pictures: PHONE },
  { userKey: 'beichuan', screen: 'phone', locale: 'en', pictures: inEnglish(PHONE) },
];
