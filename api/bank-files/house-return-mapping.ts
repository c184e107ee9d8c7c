import type { ReturnMapping } from './read-return-csv.ts';

/** House default, beside the house's own CSV; every bank's answer looks another way and is set under payment settings. */
export const HOUSE_RETURN_MAPPING: ReturnMapping = {
  encoding: 'auto',
  separator: ',',
  columns: {
    endToEndId: '业务编号',
    status: '处理结果',
    reason: '原因',
    paidOn: '日期',
    bankReference: '流水号',
    amountYuan: '金额',
  },
  words: {
    paid: ['成功', '交易成功', '已付款'],
    failed: ['失败', '交易失败', '退票'],
    unknown: ['处理中', '待处理', '银行受理'],
  },
};
