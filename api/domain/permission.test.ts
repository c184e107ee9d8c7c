import { describe, expect, it } from 'vitest';
import { isAction, may, policy, whyNot } from './permission.ts';

describe('the policy table', () => {
  it('refuses what it does not name, to everyone', () => {
    expect(may('admin', 'anchors.explode')).toBe(false);
    expect(may('system', 'toString')).toBe(false);
    expect(isAction('constructor')).toBe(false);
  });

  it('lets an anchor read own things and do nothing of the staff', () => {
    const granted = Object.keys(policy).filter((action) => may('anchor', action));
    expect(granted).toMatchInlineSnapshot(`
      [
        "streams.list",
        "streams.show",
        "contracts.list",
        "contracts.show",
        "contracts.accept",
        "contract-documents.list",
        "contract-documents.show",
        "contract-findings.show",
        "contract-remarks.list",
        "contract-remarks.create",
        "contract-promises.list",
        "contract-promises.show",
        "contract-promises.object",
        "samples.list",
        "samples.show",
        "samples.request",
        "settlement-lines.explain",
        "statements.list",
        "statements.show",
        "statements.confirm",
        "disputes.list",
        "disputes.show",
        "disputes.create",
        "disputes.answer",
        "notices.list",
        "notices.read",
        "payee-changes.list",
        "payee-changes.request",
        "tax-profiles.list",
        "tax-withholdings.list",
        "payouts.list",
        "payouts.show",
        "recoup-items.list",
        "pay-fines.list",
        "pay-fines.object",
        "dashboard.show",
        "me.show",
        "me.edit",
        "me.holds",
        "sessions.list",
        "sessions.revoke",
      ]
    `);
  });

  it('keeps compliance away from paying and operators away from settling', () => {
    expect(may('compliance', 'payouts.pay')).toBe(false);
    expect(may('compliance', 'payouts.approve')).toBe(false);
    expect(may('operator', 'settlements.run')).toBe(false);
    expect(whyNot('operator', 'settlements.run')).toEqual({
      code: 'not_your_role',
      message: 'role operator may not settlements.run',
    });
  });
});
