import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
import { DEMO_PASSWORD, USERS } from '../../db/seed/users.ts';
import type { House } from './house.ts';

export type Locale = 'zh' | 'en';

export interface VisitorOptions {
  locale?: Locale;
  /** `phone` is 390 px wide. */
  screen?: 'desk' | 'phone';
  dark?: boolean;
}

/** Somebody at a browser of their own. What the browser complains about is collected from the first page on. */
export interface Visitor {
  page: Page;
  /** Console errors, uncaught errors and refusals of the content security policy, since the last look. */
  takeComplaints(): string[];
  close(): Promise<void>;
}

const SCREENS = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };

/** Opens a window without anybody signed in. */
export async function arrive(browser: Browser, house: House, options: VisitorOptions = {}): Promise<Visitor> {
  const { locale = 'zh', screen = 'desk', dark = false } = options;
  const context = await browser.newContext({
    baseURL: house.url,
    viewport: SCREENS[screen],
    deviceScaleFactor: 1,
    isMobile: screen === 'phone',
    hasTouch: screen === 'phone',
    locale: locale === 'zh' ? 'zh-CN' : 'en-GB',
    timezoneId: 'Asia/Shanghai',
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    acceptDownloads: true,
  });
  const complaints = await listen(context);
  const page = await context.newPage();
  trafficOf(page);
  page.setDefaultTimeout(20_000);
  return { page, takeComplaints: () => complaints.splice(0), close: () => context.close() };
}

/** Signs a demo user in and waits for the desk. */
export async function signIn({ page }: Visitor, userKey: string): Promise<void> {
  const user = USERS.find(({ key }) => key === userKey);
  if (!user) throw new Error(`the demo has no user ${userKey}`);
  await page.goto('/');
  await page.locator('input[name=email]').fill(user.email);
  await page.locator('input[name=password]').fill(DEMO_PASSWORD);
  await page.locator('button[type=submit]').click();
  await page.locator('#main-content').waitFor();
  await settle(page);
}

/**
 * Until the page rests: nothing is under way to the server, nothing says it is loading, something is there to read, and
 * nothing has changed on it for as long as a person needs to notice.
 */
export async function settle(page: Page): Promise<void> {
  const traffic = trafficOf(page);
  do {
    while (traffic.underWay.size > 0) await new Promise<void>((resolve) => traffic.waiting.push(resolve));
    await page.waitForFunction(isAtRest, undefined, { polling: 50 });
  } while (traffic.underWay.size > 0);
}

/** Runs in the page. */
function isAtRest(): boolean {
  const { changedAt } = (globalThis as never as { faircastRest: Rest }).faircastRest;
  const isLoading = document.querySelector(
    '[role=progressbar]:not([aria-valuenow]), .MuiSkeleton-root, [aria-busy=true], .RaLoading-root',
  );
  const main = document.querySelector('#main-content') ?? document.body;
  return !isLoading && main.textContent !== '' && performance.now() - changedAt > 250;
}

/** Requests that have no answer yet (scripts count too: a page fetches its screens), and who waits for the next answer. */
interface Traffic {
  underWay: Set<Request>;
  waiting: (() => void)[];
}

const watched = new WeakMap<Page, Traffic>();

function trafficOf(page: Page): Traffic {
  const known = watched.get(page);
  if (known) return known;
  const traffic: Traffic = { underWay: new Set(), waiting: [] };
  const end = (request: Request) => {
    traffic.underWay.delete(request);
    for (const resolve of traffic.waiting.splice(0)) resolve();
  };
  page.on('request', (request) => traffic.underWay.add(request));
  page.on('requestfinished', end);
  page.on('requestfailed', end);
  watched.set(page, traffic);
  return traffic;
}

/** When anything on the page last changed, by the page's own clock. */
export const lastChangeOf = (page: Page): Promise<number> =>
  page.evaluate(() => (globalThis as never as { faircastRest: Rest }).faircastRest.changedAt);

/** Goes to an address of the desk (`#/anchors`) and waits for the page to rest. */
export async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    // The page has not noticed yet, so it is not at rest.
    (globalThis as never as { faircastRest: Rest }).faircastRest.changedAt = performance.now();
    location.hash = to;
  }, hash);
  await settle(page);
}

/** What a page keeps about its own unrest. */
interface Rest {
  changedAt: number;
}

/** Runs in the page before anything else does. */
function watchRest(): void {
  const rest: Rest = { changedAt: performance.now() };
  (globalThis as never as { faircastRest: Rest }).faircastRest = rest;
  const stir = () => {
    rest.changedAt = performance.now();
  };
  const observer = new MutationObserver(stir);
  observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  // What was just asked for may show nothing for a moment: a screen that is fetched leaves the old one standing.
  for (const asked of ['click', 'keydown', 'input', 'hashchange', 'popstate'])
    addEventListener(asked, stir, { capture: true });
}

async function listen(context: BrowserContext): Promise<string[]> {
  const complaints: string[] = [];
  await context.addInitScript(watchRest);
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) =>
      console.error(`content security policy: ${event.violatedDirective} refused ${event.blockedURI}`),
    );
  });
  context.on('console', (message) => {
    if (message.type() !== 'error') return;
    const { url } = message.location();
    // Nobody is signed in yet: asking who it is and hearing 401 is how the login page knows.
    if (/status of 401/.test(message.text()) && url.endsWith('/api/me')) return;
    complaints.push(`${message.text()} (${url})`);
  });
  context.on('weberror', (error) => complaints.push(`uncaught: ${error.error().message}`));
  return complaints;
}
