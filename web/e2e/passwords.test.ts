import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSeededTestDb, servicesOn } from '../../api/cli/seed/seeded-test-db.ts';
import { DEMO_PASSWORD, USERS } from '../../db/seed/users.ts';
import type { TestDb } from '../../db/test-db.ts';
import { launchBrowser } from './browser.ts';
import { type House, openHouse } from './house.ts';
import { arrive, goTo, settle, signIn, type Visitor } from './visitor.ts';

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

const agent = USERS.find(({ key }) => key === 'agent')!;
const GIVEN = 'given by the admin';
const CHOSEN = 'chosen by herself';

const signInWith = async ({ page }: Visitor, password: string) => {
  await page.goto('/');
  await page.locator('input[name=email]').fill(agent.email);
  await page.locator('input[name=password]').fill(password);
  await page.locator('button[type=submit]').click();
  await page.locator('#main-content').waitFor();
  await settle(page);
};

describe('a password', () => {
  it('is given anew by an admin, changed by its user, and signs other devices out', async () => {
    const admin = await arrive(browser, house);
    const [desk, phone] = [await arrive(browser, house), await arrive(browser, house, { screen: 'phone' })];
    try {
      await signIn(admin, 'admin');
      await goTo(admin.page, '#/users');
      await admin.page.getByRole('link', { name: agent.name }).click();
      await admin.page.getByRole('button', { name: '重设密码' }).click();
      const dialog = admin.page.getByRole('dialog');
      await dialog.locator('input[name=password]').fill(GIVEN);
      await dialog.getByRole('button', { name: '重设密码' }).click();
      await admin.page.getByText('密码已重设').waitFor();

      await signInWith(desk, GIVEN);
      await signInWith(phone, GIVEN);
      await goTo(desk.page, '#/me');
      const fill = async (current: string) => {
        await desk.page.locator('input[name=currentPassword]').fill(current);
        await desk.page.locator('input[name=newPassword]').fill(CHOSEN);
        await desk.page.locator('input[name=again]').fill(CHOSEN);
        await desk.page.getByRole('button', { name: '修改密码' }).click();
      };
      await fill(DEMO_PASSWORD);
      await desk.page.getByText('当前密码不对').waitFor();
      await fill(GIVEN);
      await desk.page.getByText('密码已修改').waitFor();
      const statusOf = (visitor: Visitor) =>
        visitor.page.evaluate(async () => (await fetch('/api/me')).status);
      expect([await statusOf(desk), await statusOf(phone)]).toEqual([200, 401]);
      await signInWith(phone, CHOSEN);
    } finally {
      for (const visitor of [admin, desk, phone]) await visitor.close();
    }
  });
});
