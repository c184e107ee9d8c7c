import { describe, expect, it } from 'vitest';
import { bodyOf, formOf, type Settings } from './settings.ts';

const tiers = [{ fromBatchFen: 0, fromPayoutFen: null, approvers: 1 }];
const settings: Settings = {
  ...{ disputeWindowDays: null, windowDays: 7, isHouseWindow: true, remindDaysBefore: [3, 1] },
  ...{ approvalTiers: null, tiers, isHouseTiers: true },
  ...{ withholdsTax: false, platformWorkerCumulative: false, naturalPersonVat: false },
  debtor: { name: '明播文化', bankName: '招商银行', accountTail: '0001', cnaps: null },
  ...{
    chargeBearer: 'DEBT',
    csvTemplate: {},
    isHouseTemplate: true,
    returnMapping: {},
    isHouseMapping: true,
  },
  rowVersion: 4,
};

describe('the settings of payments as a form', () => {
  it('send back unchanged what the form did not touch: house tiers stay the house’s, the account is kept', () => {
    expect(bodyOf(formOf(settings), settings)).toEqual({
      ...{ disputeWindowDays: null, remindDaysBefore: [3, 1], approvalTiers: null },
      ...{ withholdsTax: false, platformWorkerCumulative: false, naturalPersonVat: false },
      debtor: { name: '明播文化', bankName: '招商银行', cnaps: null },
      ...{ chargeBearer: 'DEBT', csvTemplate: null, returnMapping: null, rowVersion: 4 },
    });
  });

  it('send tiers of one’s own, and a new account without its spaces', () => {
    const values = {
      ...formOf(settings),
      approvalTiers: [{ ...tiers[0], approvers: 2 }],
      debtorAccount: '6222 0001-22',
    };
    expect(bodyOf(values, settings)).toMatchObject({
      approvalTiers: [{ fromBatchFen: 0, fromPayoutFen: null, approvers: 2 }],
      debtor: { account: '6222000122' },
    });
  });
});
