import { sql } from 'kysely';
import type { Trx } from '../connect.ts';

/** When the person of this session last proved who they are, and the database's clock now; both ISO. */
export async function readStepUp(
  trx: Trx,
  sessionId: string | null,
): Promise<{ stepUpAt: string | null; now: string }> {
  const { rows } = await sql<{ stepUpAt: string | null; now: string }>`
    select (select at from step_up where session_id = ${sessionId}) as "stepUpAt", clock_timestamp() as now`.execute(
    trx,
  );
  return rows[0]!;
}

export async function keepStepUp(trx: Trx, sessionId: string, userId: string): Promise<void> {
  await sql`
    insert into step_up (session_id, user_id) values (${sessionId}, ${userId})
    on conflict (session_id) do update set at = clock_timestamp()`.execute(trx);
}

/** The argon2id hash of the user's password, and whether TOTP is on; undefined for a user without a password. */
export async function readCredential(
  trx: Trx,
  userId: string,
): Promise<{ hash: string; asksForCode: boolean } | undefined> {
  const { rows } = await sql<{ hash: string; asksForCode: boolean }>`
    select a.password as hash, u.two_factor_enabled as "asksForCode" from app_user u join login_account a on a.user_id = u.id
     where u.id = ${userId} and a.provider_id = 'credential' and a.password is not null`.execute(trx);
  return rows[0];
}
