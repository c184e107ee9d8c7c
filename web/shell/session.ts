import { Refusal, requestJson } from './http.ts';
import type { Locale } from './i18n.ts';
import type { Me } from './me-context.ts';

export type SignInStep = 'signed-in' | 'code-needed';

/** Who is signed in, or null; throws Refusal when the server cannot say. */
export async function whoAmI(): Promise<Me | null> {
  try {
    return await requestJson<Me>('/me');
  } catch (error) {
    if (error instanceof Refusal && error.status === 401) return null;
    throw error;
  }
}

/** First step: e-mail and password. Throws Refusal with the server's code. */
export async function signIn(email: string, password: string): Promise<SignInStep> {
  const answer = await requestJson<{ twoFactorRedirect?: boolean }>('/auth/sign-in/email', 'POST', {
    email,
    password,
  });
  return answer?.twoFactorRedirect ? 'code-needed' : 'signed-in';
}

/** Second step: six digits of the authenticator, or a backup code. */
export async function confirmCode(code: string): Promise<void> {
  const clean = code.replace(/\s/g, '');
  const path = /^\d{6}$/.test(clean) ? '/auth/two-factor/verify-totp' : '/auth/two-factor/verify-backup-code';
  await requestJson(path, 'POST', { code: clean });
}

export const signOut = (): Promise<unknown> => requestJson('/auth/sign-out', 'POST', {});

const LOCALE_KEY = 'faircast.locale';

/** The language before anyone has signed in: the one chosen last on this device, else Chinese. */
export const rememberedLocale = (): Locale => (localStorage.getItem(LOCALE_KEY) === 'en' ? 'en' : 'zh');

export function rememberLocale(locale: Locale): void {
  localStorage.setItem(LOCALE_KEY, locale);
  document.documentElement.lang = locale === 'zh' ? 'zh-CN' : 'en';
}

/** Which sentence of the login page answers a refusal. */
export function loginProblem(error: unknown, step: 'password' | 'code'): LoginProblem {
  if (!(error instanceof Refusal)) return 'failed';
  const { status, body } = error;
  if (status === 0) return 'offline';
  if (status === 429 || status === 423) return 'locked';
  if (/banned/i.test(body.code)) return 'banned';
  if (status >= 500) return 'failed';
  return step === 'code' ? 'wrongCode' : 'wrongPassword';
}

export type LoginProblem = 'offline' | 'locked' | 'banned' | 'failed' | 'wrongCode' | 'wrongPassword';
