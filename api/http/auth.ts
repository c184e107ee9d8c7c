import { betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import { twoFactor } from 'better-auth/plugins';
import { dbForSignIn, stampSession } from '../../db/queries/sessions.ts';
import { findBan } from '../../db/queries/users.ts';
import { PASSWORD_MAX_LENGTH, PASSWORD_MIN_LENGTH } from '../domain/password.ts';
import type { AppOptions, Services } from './context.ts';
import { sessionCookieName } from './identity.ts';
import { hashPassword, verifyPassword } from './password.ts';

/** The header by which the sign-in library is told the caller's address; only we write it. */
export const ADDRESS_HEADER = 'x-faircast-address';

/** Where the sign-in library believes to be. Only our own routes call it, so without a public address any will do. */
export const authBaseUrl = (publicUrl: string | undefined): string => publicUrl ?? 'http://localhost';

/** Any request of a sign-in route as the library sees it. */
export interface Auth {
  handler(request: Request): Promise<Response>;
}

/**
 * Sign-in by e-mail and password, with TOTP. No sign-up, no session kept in a cookie, no API keys, no telemetry;
 * sessions live as long as the database says (see findSessionUser).
 */
export function createAuth({ db, log }: Services, { authSecret, publicUrl }: AppOptions): Auth {
  const isHttps = publicUrl?.startsWith('https:') ?? false;
  return betterAuth({
    appName: 'FairCast',
    baseURL: authBaseUrl(publicUrl),
    basePath: '/api/auth',
    secret: authSecret,
    database: { db: dbForSignIn(db), type: 'postgres' },
    telemetry: { enabled: false },
    // Its limiter counts by address alone and forgets with the process; login-lock.ts counts per account too.
    rateLimit: { enabled: false },
    logger: { disabled: true },
    onAPIError: { onError: (error) => logBug(error, log) },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_MIN_LENGTH,
      maxPasswordLength: PASSWORD_MAX_LENGTH,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    advanced: {
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      useSecureCookies: false, // it would name cookies __Secure-; ours are __Host-, which says more
      cookiePrefix: sessionCookieName(publicUrl),
      cookies: { session_token: { name: sessionCookieName(publicUrl) } },
      defaultCookieAttributes: { secure: isHttps, httpOnly: true, sameSite: 'lax', path: '/' },
    },
    databaseHooks: {
      session: {
        create: {
          before: async ({ userId }) => refuseBanned(await findBan(db, userId)),
          after: ({ id }) => stampSession(db, id),
        },
      },
    },
    plugins: [twoFactor({ issuer: 'FairCast', schema: twoFactorSchema })],
    ...tables,
  });
}

function refuseBanned(ban: { reason: string | null } | undefined): void {
  if (ban) throw new APIError('FORBIDDEN', { code: 'BANNED', message: 'This account is disabled.' });
}

function logBug(error: unknown, log: Services['log']): void {
  if (!(error instanceof APIError)) log.error({ err: error }, 'sign-in failed unexpectedly');
}

const stamps = { createdAt: 'created_at', updatedAt: 'updated_at' };

const tables = {
  user: {
    modelName: 'app_user',
    fields: { emailVerified: 'email_verified', ...stamps },
  },
  session: {
    modelName: 'login_session',
    expiresIn: 8 * 3600,
    disableSessionRefresh: true,
    fields: {
      userId: 'user_id',
      expiresAt: 'expires_at',
      ipAddress: 'ip_address',
      userAgent: 'user_agent',
      ...stamps,
    },
  },
  account: {
    modelName: 'login_account',
    fields: {
      userId: 'user_id',
      accountId: 'account_id',
      providerId: 'provider_id',
      accessToken: 'access_token',
      refreshToken: 'refresh_token',
      idToken: 'id_token',
      accessTokenExpiresAt: 'access_token_expires_at',
      refreshTokenExpiresAt: 'refresh_token_expires_at',
      ...stamps,
    },
  },
  verification: { modelName: 'login_verification', fields: { expiresAt: 'expires_at', ...stamps } },
};

const twoFactorSchema = {
  user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
  twoFactor: {
    modelName: 'login_two_factor',
    fields: {
      userId: 'user_id',
      backupCodes: 'backup_codes',
      failedVerificationCount: 'failed_verification_count',
      lockedUntil: 'locked_until',
    },
  },
};
