import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSeededTestDb, servicesOn } from '../../api/cli/seed/seeded-test-db.ts';
import { USERS } from '../../db/seed/users.ts';
import type { TestDb } from '../../db/test-db.ts';
import { launchBrowser } from './browser.ts';
import { type House, openHouse } from './house.ts';
import { lookAt } from './look.ts';
import { arrive, goTo, type Locale, signIn, type Visitor } from './visitor.ts';

let testDb: TestDb;
let house: House;
let browser: Browser;

beforeAll(async () => {
  testDb = await createSeededTestDb();
  [house, browser] = await Promise.all([openHouse(servicesOn(testDb), testDb.appUrl), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await house?.close();
  await testDb?.close();
});

/** The language a user has chosen in the own profile. */
async function speak(userKey: string, locale: Locale): Promise<void> {
  const { email } = USERS.find(({ key }) => key === userKey)!;
  await testDb.ownerDb.updateTable('app_user').set({ locale }).where('email', '=', email).execute();
}

/** The menu's entries, the first record of each list, and the page to make one. */
async function walkMenu(visitor: Visitor): Promise<Record<string, string[]>> {
  const { page } = visitor;
  const wrong: Record<string, string[]> = {};
  const visit = async (hash: string) => {
    await goTo(page, hash);
    const found = await lookAt(visitor);
    if (found.length > 0) wrong[hash] = found;
  };
  const entries = await page
    .getByRole('navigation', { name: 'FairCast' })
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')!));
  for (const entry of entries) {
    await visit(entry);
    const records = page.locator(`#main-content a[href^="${entry}/"]`);
    const first = await records.evaluateAll((links) => links.map((link) => link.getAttribute('href')!));
    const record = first.find((href) => /\/[\w-]+\/show$/.test(href));
    if (record) await visit(record);
    const create = first.find((href) => /\/(create|new)$/.test(href));
    if (create) await visit(create);
  }
  return wrong;
}

describe('every screen a role can reach', () => {
  for (const [userKey, locale] of [
    ['finance', 'zh'],
    ['admin', 'en'],
  ] as const) {
    it(`is whole for ${userKey} in ${locale}: words, policy, console, readers of screens`, async () => {
      await speak(userKey, locale);
      const visitor = await arrive(browser, house, { locale });
      try {
        await visitor.page.goto('/');
        expect(await lookAt(visitor)).toEqual([]);
        await signIn(visitor, userKey);
        expect(await walkMenu(visitor)).toEqual({});
        const menu = await visitor.page.getByRole('navigation', { name: 'FairCast' }).textContent();
        expect(/\p{Script=Han}/u.test(menu!.replace('明播', ''))).toBe(locale === 'zh');
      } finally {
        await visitor.close();
      }
    });
  }

  it('is whole in the dark', async () => {
    const visitor = await arrive(browser, house, { dark: true });
    const wrong: Record<string, string[]> = {};
    try {
      await signIn(visitor, 'finance2');
      for (const hash of [
        '#/',
        '#/orders',
        '#/contracts/1/show',
        '#/settlements/run',
        '#/statements/7/show',
      ]) {
        await goTo(visitor.page, hash);
        const found = await lookAt(visitor);
        if (found.length > 0) wrong[hash] = found;
      }
      expect(wrong).toEqual({});
    } finally {
      await visitor.close();
    }
  });
});
