/** Reason codes of ISO 20022's external list that a payment inside China meets, and what they ask us to do. */
export interface ReturnReasonHelp {
  zh: string;
  en: string;
  /** The payee's data is wrong: correct it with four eyes before the payment goes out again. */
  needsCorrection: boolean;
}

export const RETURN_REASONS: Record<string, ReturnReasonHelp> = {
  AC01: { zh: '账号错误', en: 'account number is wrong', needsCorrection: true },
  AC03: { zh: '收款账号无效', en: 'creditor account is invalid', needsCorrection: true },
  AC04: { zh: '账户已销户', en: 'account is closed', needsCorrection: true },
  AC06: { zh: '账户被冻结', en: 'account is blocked', needsCorrection: true },
  AG01: { zh: '该账户不允许此交易', en: 'transaction is not allowed on this account', needsCorrection: true },
  AM02: { zh: '金额超过限额', en: 'amount is over the limit', needsCorrection: false },
  AM04: { zh: '付款账户余额不足', en: 'not enough money on our account', needsCorrection: false },
  AM05: { zh: '重复支付', en: 'duplicate payment', needsCorrection: false },
  AM10: { zh: '汇总金额不符', en: 'control sum does not fit', needsCorrection: false },
  BE01: { zh: '户名与账号不符', en: 'name does not fit the account', needsCorrection: true },
  BE04: { zh: '缺少收款人地址', en: 'creditor address is missing', needsCorrection: true },
  DT01: { zh: '付款日期无效', en: 'payment day is invalid', needsCorrection: false },
  FF01: { zh: '文件格式错误', en: 'file format is wrong', needsCorrection: false },
  MS02: { zh: '收款人原因退回', en: 'returned at the payee’s wish, no reason given', needsCorrection: false },
  MS03: { zh: '银行未说明原因', en: 'the bank gives no reason', needsCorrection: false },
  NARR: { zh: '见附言', en: 'see the text', needsCorrection: false },
  RC01: { zh: '行号错误', en: 'bank code is wrong', needsCorrection: true },
  TM01: { zh: '超过受理时间', en: 'after the bank’s closing time', needsCorrection: false },
};
