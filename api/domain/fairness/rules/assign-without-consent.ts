import type { Rule } from '../rule.ts';

/** 转让无需同意: the contract may be sold or moved without asking the anchor. */
export const assignWithoutConsent: Rule = {
  type: 'ASSIGN_WITHOUT_CONSENT',
  negotiability: 'should',
  matcher: {
    signals: [
      {
        when: [
          `Ⓒ(?!不得|无权|仅可将应收)[^;。]{0,40}(?:转让|转签|出售|出租|质押|处置|转移|转授权|委托[^,;。]{0,4}任何第三方|变更合同履行主体|指派Ⓐ)[^;。]{0,40}`,
          '(?:合同|合约|协议|经纪权|经纪合约|权利义务|主体|经纪权益|履行主体)',
          '自由|无需|无须|仅需通知|任何第三|不受此限|必须接受|配合|无条件|随时|有权|可|不得拒绝',
        ],
        unless: ['(?:作品|视频|著作权|商标|肖像|账号)[^,;。]{0,10}转'],
      },
      {
        when: [
          '(?:合约|合同)[^;。]{0,16}(?:自动)?转移[^;。]{0,10}(?:受让方|第三方)[^;。]{0,20}(?:不得拒绝|接受)?',
        ],
      },
      { when: ['Ⓐ[^;。]{0,20}(?:被)?转会[^;。]{0,24}(?:归Ⓒ|服从)|Ⓐ[^;。]{0,10}预先同意[^;。]{0,20}转让'] },
      {
        when: [
          'Ⓒ[^;。]{0,20}(?:以|将)[^;。]{0,8}(?:Ⓐ)?[^;。]{0,4}(?:合约|合同|经纪权)[^;。]{0,12}(?:担保|融资|抵押|质押)',
        ],
      },
      {
        when: [
          'Ⓒ[^.;]{0,60}(?:may|free to|right to|can|entitled)[^.;]{0,60}(?:assign|transfer|sell|pledge|novate)[^.;]{0,120}',
        ],
        unless: ['receivables only|Ⓐ (?:written )?consent is'],
      },
      {
        wide: true,
        when: [
          '(?:卖给|卖了|转给|转予|让与|出让|移转|转到|调配至|换签|质物|质押|资产包|收益凭证|跟过去|跟着走|换老板|转让|受让|转移至)',
          '合约|合同|协议|权利义务|经纪权|把Ⓐ|Ⓐ(?:的)?约',
          '任何?意?(?:第三|一方)|不能拒绝|得跟|继续|照样有效|不需|无须|不用|预先|到达|应|随时|即生效|跟着|必须|完成',
        ],
        unless: ['(?:作品|著作权|肖像|账号|商标)[^,;。]{0,8}(?:转让|让与|移转)', '收益转让|应收'],
      },
    ],
    fair: [
      '(?:须|应|需)(?:经|取得|征得|获得)?[^,;。]{0,6}(?:对方|Ⓐ|Ⓑ)[^,;。]{0,6}(?:书面)?同意|未经(?:对方|Ⓐ|Ⓑ)|Ⓑ(?:均)?(?:不得|应)|Ⓐ(?:可选择|有权)|应收款|剪辑|制作视频',
      '(?<!without (?:the )?)(?<!without Ⓐ )(?:with|subject to|prior written consent of) (?:the )?(?:prior )?(?:written )?(?:consent of )?Ⓐ consent|neither Ⓑ|neither party',
    ],
  },
  reason: {
    zh: '公司可以不经你同意把合同转给别人。合同权利义务一并转让须经对方同意。',
    en: 'The company may pass the contract on without asking. Moving rights and duties together needs the other side’s consent.',
  },
  suggestion: {
    zh: '任何一方转让合同权利义务须经对方书面同意；受让方承接全部义务，条件不变。',
    en: 'Either side needs the other’s written consent; the new party takes over all duties on the same terms.',
  },
  question: {
    zh: '如果换了公司，我能不能选择不去？',
    en: 'If the company changes, may I choose not to go along?',
  },
};
