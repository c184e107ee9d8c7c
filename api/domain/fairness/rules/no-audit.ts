import type { Rule } from '../rule.ts';

/** 结算数据不可查: the company’s figures are the only ones and may not be checked. */
export const noAudit: Rule = {
  type: 'NO_AUDIT',
  negotiability: 'must',
  matcher: {
    signals: [
      {
        when: [
          'Ⓐ?[^;。]{0,20}(?:不得|不许|不要|别|无权|不享有|不给|不接受|不负|不列|不提供|恕不|不公开|不向Ⓐ公开|不讲|不再给|仅(?:有权|得|告知)|只(?:看|告知|发))[^;。]{0,24}(?:明细|原始|凭证|后台|账目|账单|原始单|原单|对账|平台(?:账|截图)|流水|追问|问财务|查(?:阅|询|验|问|账)?|索阅|知悉|总数|披露|报表|合同|怎么算|如何算)',
          '分成|佣金|提成|酬|收益|结算|账|款|数额|金额|数据|净|工资条|坑位费|多少',
        ],
        unless: ['消费者|Ⓐ(?:可|有权|可以|得)(?:查|随时|委托)|密码|手机|聊天|社交|通讯|不得拒绝|不得以'],
      },
      {
        when: [
          '(?:2[0-4]|1[0-2]|48|[1-9])(?:小时|个小时)内?[^;。]{0,16}(?:未|没)[^;。]{0,20}|(?:[1-3])(?:日|天)内[^;。]{0,8}未[^;。]{0,20}(?:意见|异议)|48小时为异议期',
          '结算|账|报表|该期|收款',
          '确定|锁定|不得再|不予更正|即告|终局|不再',
        ],
      },
      {
        when: [
          "(?:Ⓐ[^.;]{0,20}(?:do(?:es)? not get to|can't|cannot|may not|shall not|never)[^.;]{0,14}(?:see|ask|inspect|check|view)|neither Ⓐ nor[^.;]{0,30}shall ask|not be open to audit|no records shown|(?:books|records)[^.;]{0,20}may not inspect|get a total|take Ⓒ (?:number|figure)s? on trust)[^.;]{0,60}|statement not disputed within \\d+ (?:day|hour)s?",
        ],
      },
      {
        when: [
          '(?:结算|数据|账单|金额|分成|报表|后台|核算|对账|财务)[^;。]{0,30}(?:以Ⓒ|Ⓒ)[^;。]{0,20}(?:为准|唯一依据|最终依据|终局|为最终|解释为准|核定为准|说明为准)',
        ],
        unless: ['(?:分成|佣金|提成)(?:比例|规则|标准)|比例|系数|合同|条款'],
      },
      { when: ['(?:唯一(?:结算)?依据|最终(?:结算)?依据|终局确认|不得追溯)', '结算|数据|金额|账'] },
      {
        when: [
          'Ⓐ[^;。]{0,24}(?:不得|无权|放弃|不能|不可|不要求|不再)[^;。]{0,18}(?:查看|查阅|查询|核实|核查|审计|对账|了解|索取|复制|质疑|知悉|知晓)[^;。]{0,24}',
          '结算|账|数据|明细|佣金|合同|报价|账目|金额|凭证|收入|成本|后台',
        ],
        unless: ['消费者个人信息'],
      },
      { when: ['Ⓐ[^;。]{0,14}(?:不得|无权)[^;。]{0,12}(?:聘请|委托)[^;。]{0,10}(?:会计|第三方|审计)'] },
      {
        when: [
          '(?:后台|数据|账单|明细|报价|合同金额)[^;。]{0,14}不(?:对|向)Ⓐ(?:开放|提供|公开|披露)|(?:没有义务|无义务|无需|无须|不承担)[^;。]{0,8}向?Ⓐ?[^;。]{0,8}(?:披露|提供|公开|出示)[^;。]{0,20}(?:金额|账|凭证|数据|明细|收款)',
        ],
      },
      {
        when: [
          '(?:收到|领取)[^;。]{0,10}(?:结算款|款项)[^;。]{0,8}(?:后)?(?:即)?视为[^;。]{0,12}(?:无异议|认可)|(?:结算单|报表)[^;。]{0,16}(?:未回复|未提出)[^;。]{0,10}(?:即为)?(?:终局|不得)|结算单[^;。]{0,20}无条件(?:签字|确认)',
        ],
      },
      {
        when: [
          '(?:结算|核算)[^;。]{0,20}Ⓒ(?:无须|无需)提供[^;。]{0,8}(?:凭证|明细)|(?:数据)不一致[^;。]{0,8}以Ⓒ',
        ],
      },
      {
        when: [
          'Ⓐ[^.;]{0,60}(?:no right|may not|shall not|cannot|waives?)[^.;]{0,60}(?:inspect|audit|review|question|verify|examine|access)',
        ],
      },
      {
        when: [
          '(?:records|figures|statements?|books|calculation|settlement)[^.;]{0,80}(?:conclusive|final and binding|may not be (?:questioned|challenged|audited)|sole basis)',
        ],
      },
      {
        wide: true,
        when: [
          '(?:不给看|别要|只有Ⓒ能看|不对外公布|不(?:对)?Ⓐ?公布|无条件信赖|无须附|不得(?:请求)?(?:披露|索要|要求查)|终局(?:的)?(?:凭证|证据)|不享有查询|唯一(?:凭据|凭证)|报个总数|无权(?:查|核|过问)|发多少(?:就)?是多少|能看到多少算多少|不得要求查阅|不(?:向|对)Ⓐ(?:开放|公开|展示)|别问|不用问)',
          '账|结算|后台|数据|明细|收益|流水|订单|对账|算|报价|款',
        ],
        unless: ['消费者(?:个人)?信息|说明义务|品牌方个人'],
      },
    ],
    fair: [
      'Ⓐ(?:可|有权|可以|均可)[^;。]{0,16}(?:提出异议|异议|查|核查|对账|委托)|Ⓑ(?:均可|共同)|以平台[^,;。]{0,14}为准|Ⓒ(?:应|须)[^;。]{0,14}(?:提供|开放|如实)',
      'Ⓐ may (?:audit|inspect|object)|at Ⓒ(?: cost)|within \\d+ days of receipt Ⓐ may',
    ],
  },
  reason: {
    zh: '结算只看公司的数据，你看不到原始账单，也不能核对。',
    en: 'Settlement rests on the company’s figures alone; you may not see or check the source.',
  },
  suggestion: {
    zh: '甲方每月提供平台结算单和扣款明细，乙方可在十五个工作日内提出异议；乙方每年可委托会计师查账一次，误差超过百分之五的费用由甲方承担。',
    en: 'The company gives the platform’s statement and deductions monthly; fifteen working days to object; one audit a year, at the company’s cost if the error is above 5 %.',
  },
  question: {
    zh: '我怎么核对结算？能看到平台原始账单吗？',
    en: 'How do I check the settlement; may I see the platform’s own statement?',
  },
};
