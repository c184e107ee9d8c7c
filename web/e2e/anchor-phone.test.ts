import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSeededTestDb, servicesOn } from '../../api/cli/seed/seeded-test-db.ts';
import type { TestDb } from '../../db/test-db.ts';
import { launchBrowser } from './browser.ts';
import { type House, openHouse } from './house.ts';
import { lookAt, readable } from './look.ts';
import { arrive, goTo, settle, signIn, type Visitor } from './visitor.ts';

let testDb: TestDb;
let house: House;
let browser: Browser;
let anchor: Visitor;

beforeAll(async () => {
  testDb = await createSeededTestDb();
  [house, browser] = await Promise.all([openHouse(servicesOn(testDb), testDb.appUrl), launchBrowser()]);
  anchor = await arrive(browser, house, { screen: 'phone' });
  await signIn(anchor, 'beichuan');
});
afterAll(async () => {
  await browser?.close();
  await house?.close();
  await testDb?.close();
});

const wordsOf = (visitor: Visitor) => visitor.page.locator('body').evaluate(readable);

describe('an anchor with a phone', () => {
  it('comes in on the own money', async () => {
    expect(await lookAt(anchor)).toEqual([]);
    expect(await wordsOf(anchor)).toContain('北川');
  });

  it('finds every place whole and nothing wider than the phone', async () => {
    const { page } = anchor;
    const places = await page
      .getByRole('navigation', { name: '主导航' })
      .getByRole('link')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')!));
    expect(places).toContain('#/statements');
    const wrong: Record<string, string[]> = {};
    for (const place of places) {
      await goTo(page, place);
      const found = await lookAt(anchor);
      if (found.length > 0) wrong[place] = found;
    }
    expect(wrong).toEqual({});
  });

  it('sees the own statements and nobody else’s', async () => {
    await goTo(anchor.page, '#/statements');
    const words = await wordsOf(anchor);
    for (const month of ['2026年4月', '2026年5月']) expect(words).toContain(month);
    for (const other of ['林小满', '周一禾', '阿柚', '老陈聊茶', '小鹿', '孙浩'])
      expect(words).not.toContain(other);
    const links = anchor.page.locator('a[href^="#/statements/"]');
    const shown = await links.evaluateAll(
      (all) => new Set(all.map((link) => link.getAttribute('href'))).size,
    );
    expect(shown).toBe(2);
  });

  it('opens the month that is negative, and each line to why it is so', async () => {
    const { page } = anchor;
    const { id } = await testDb.ownerDb
      .selectFrom('statement')
      .select('id')
      .where('closing_fen', '<', 0)
      .executeTakeFirstOrThrow();
    await goTo(page, `#/statements/${id}/show`);
    expect(await lookAt(anchor)).toEqual([]);
    expect(await wordsOf(anchor)).toContain('结转下期');
    await page
      .getByRole('button', { name: /为什么/ })
      .first()
      .click();
    const why = page.getByRole('dialog', { name: '为什么是这个数' });
    await why.getByRole('heading', { name: '合同条款' }).waitFor();
    await settle(page);
    const words = await why.evaluate(readable);
    expect(words).toContain('MC-2026-006');
    expect(words).not.toContain('本机构');
    expect(await lookAt(anchor)).toEqual([]);
  });

  it('reads the own contract in plain words, without the agency’s part', async () => {
    await goTo(anchor.page, '#/contracts/6/show');
    expect(await lookAt(anchor)).toEqual([]);
    const words = await wordsOf(anchor);
    expect(words).toContain('60%');
    expect(words).not.toContain('品牌定投款，单独约定');
  });

  it('finds nothing at the address of somebody else’s statement, contract or of the office', async () => {
    for (const hash of [
      '#/statements/7/show',
      '#/contracts/1/show',
      '#/payouts/1/show',
      '#/deals',
      '#/orders',
      '#/users',
    ]) {
      await goTo(anchor.page, hash);
      const words = await wordsOf(anchor);
      for (const other of ['林小满', 'ST202605-00001', 'MC-2026-001', '沐砚堂', '陈静', 'QJ2026'])
        expect(words).not.toContain(other);
    }
  });
});
