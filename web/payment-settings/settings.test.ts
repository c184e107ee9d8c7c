import { describe, expect, it } from 'vitest';
import { CSV_FIELDS as API_FIELDS, HOUSE_TEMPLATE } from '../../api/bank-files/csv.ts';
import { HOUSE_RETURN_MAPPING } from '../../api/bank-files/house-return-mapping.ts';
import { CSV_FIELDS, type CsvTemplate, type ReturnMapping } from './bank-files.ts';
import { bodyOf, errorsOfForm, formOf, type Settings } from './settings.ts';

const tiers = [{ fromBatchFen: 0, fromPayoutFen: null, approvers: 1 }];
const settings: Settings = {
  ...{ disputeWindowDays: null, windowDays: 7, isHouseWindow: true, remindDaysBefore: [3, 1] },
  ...{ approvalTiers: null, tiers, isHouseTiers: true },
  ...{ withholdsTax: false, platformWorkerCumulative: false, naturalPersonVat: false },
  debtor: { name: '明播文化', bankName: '招商银行', accountTail: '0001', cnaps: null },
  ...{
    chargeBearer: 'DEBT',
    csvTemplate: HOUSE_TEMPLATE as CsvTemplate,
    isHouseTemplate: true,
    returnMapping: HOUSE_RETURN_MAPPING as ReturnMapping,
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

  it('send a bank’s own columns and words back as they came, and house ones as the house’s', () => {
    const own = { ...settings, isHouseTemplate: false, isHouseMapping: false };
    expect(bodyOf(formOf(own), own)).toMatchObject({
      csvTemplate: HOUSE_TEMPLATE,
      returnMapping: HOUSE_RETURN_MAPPING,
    });
    expect(bodyOf({ ...formOf(own), isHouseTemplate: true }, own).csvTemplate).toBeNull();
    const words = { paid: '成功， 交易成功;', failed: '失败', unknown: null };
    const mapping = { ...(formOf(own).returnMapping as object), words };
    expect(bodyOf({ ...formOf(own), returnMapping: mapping }, own).returnMapping).toMatchObject({
      words: { paid: ['成功', '交易成功'], failed: ['失败'], unknown: [] },
    });
  });

  it('know every field the API can write, and where it refused the paying account', () => {
    expect(CSV_FIELDS).toEqual(API_FIELDS);
    expect(errorsOfForm({ 'debtor.account': 'x', 'csvTemplate.columns.1.header': 'y' })).toEqual({
      debtorAccount: 'x',
      'csvTemplate.columns.1.header': 'y',
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
