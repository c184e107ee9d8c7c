import { ANCHORS } from '../../../db/seed/anchors.ts';
import { AGENCY, PARTIES } from '../../../db/seed/parties.ts';
import { nameAgency, readTold } from '../../../db/seed/told.ts';
import { DEMO_PASSWORD, type DemoUser, TEAMS, USERS } from '../../../db/seed/users.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { createAnchor } from '../../anchors/create-anchor.ts';
import { setPayee } from '../../anchors/set-payee.ts';
import { SYSTEM } from '../../domain/identity.ts';
import { createParty } from '../../parties/create-party.ts';
import { createTeam } from '../../teams/create-team.ts';
import { createUser } from '../../users/create-user.ts';
import { actAs, anchorIdOf, type Teller } from './teller.ts';

/** Staff first, because anchors have somebody who looks after them; then anchors, then the anchors' own users. */
export async function tellPeople(teller: Teller): Promise<void> {
  const { services, told } = teller;
  await inTransaction(services.db, SYSTEM, (trx) => nameAgency(trx, AGENCY));
  for (const team of TEAMS.filter((name) => !told.teams.has(name)))
    told.teams.set(team, (await createTeam(services, SYSTEM, team)).id);
  // Hashing a password takes its time on purpose: side by side.
  await Promise.all(USERS.filter(isStaff).map((user) => tellUser(teller, user)));
  for (const anchor of ANCHORS) await tellAnchor(teller, anchor);
  await Promise.all(USERS.filter((user) => !isStaff(user)).map((user) => tellUser(teller, user)));
  for (const { name, kind } of PARTIES) {
    if (!told.parties.has(name)) await createParty(services, actAs(teller, 'operator'), { name, kind });
  }
  // An anchor's party was made with the anchor.
  told.parties = (await inTransaction(services.db, SYSTEM, readTold)).parties;
}

const isStaff = (user: DemoUser): boolean => user.anchorKey === undefined;

async function tellUser(teller: Teller, user: DemoUser): Promise<void> {
  const { services, told } = teller;
  if (told.users.has(user.email)) return;
  const { name, email, role, scope, teamName, anchorKey } = user;
  const { id } = await createUser(services, SYSTEM, {
    name,
    email,
    role,
    scope,
    teamId: teamIdOf(teller, teamName),
    anchorId: anchorKey === undefined ? null : anchorIdOf(teller, anchorKey),
    locale: 'zh',
    banned: false,
    password: DEMO_PASSWORD,
  });
  told.users.set(email, id);
}

const teamIdOf = ({ told }: Teller, teamName: string | undefined): number | null =>
  teamName === undefined ? null : told.teams.get(teamName)!;

async function tellAnchor(teller: Teller, anchor: (typeof ANCHORS)[number]): Promise<void> {
  const { services, told } = teller;
  const { key: _, managerKey, accounts, payee, ...values } = anchor;
  if (!told.anchors.has(anchor.name)) {
    const { id } = await createAnchor(services, actAs(teller, 'operator'), {
      ...values,
      status: 'active',
      managerUserId: actAs(teller, managerKey).userId,
      teamId: teamIdOf(teller, USERS.find(({ key }) => key === managerKey)?.teamName),
      accounts: accounts.map((account) => ({ ...account, binding: 'bound' as const })),
    });
    told.anchors.set(anchor.name, id);
  }
  await tellPayee(teller, told.anchors.get(anchor.name)!, payee);
}

/** A start that was killed may have told it already; a second payee would be a change that two people make. */
async function tellPayee(
  teller: Teller,
  anchorId: number,
  payee: (typeof ANCHORS)[number]['payee'],
): Promise<void> {
  try {
    await setPayee(teller.services, actAs(teller, 'finance'), anchorId, payee);
  } catch (error) {
    if ((error as { code?: string }).code !== 'payee_needs_change_request') throw error;
  }
}
