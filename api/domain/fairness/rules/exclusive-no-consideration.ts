import type { Rule } from '../rule.ts';

const EVERYTHING =
  '(?:一切|全部|所有|任何|全领域|全平台|全地域|全球|全世界|世界范围|各类|均归|均由|全网|全品类)';
const PAID =
  '(?<!不|无|未|没有|无需|无须|不支付|不另付|任何)(?:独家费|签约费|签约金|保底(?:收入|工资)?(?:为|\\d|每月|人民币)|每月[^,;。]{0,10}(?:支付|保底)[^,;。]{0,8}\\d|支付[^,;。]{0,14}\\d+元)';

/** 独家无对价: everything is exclusive and nothing is given for it. */
export const exclusiveNoConsideration: Rule = {
  type: 'EXCLUSIVE_NO_CONSIDERATION',
  negotiability: 'must',
  matcher: {
    signals: [
      {
        when: [
          '(?:独家|唯一|排他|专属|独占|专有|全权)[^;。]{0,40}(?:经纪|代理|运营|合作|服务|管理|经营|权|签约|授权|安排)',
          EVERYTHING,
          'Ⓐ|Ⓒ',
        ],
        unless: [
          '(?:独家|排他)[^,;。]{0,6}(?:销售权|供货)',
          '肖像|著作|版权|作品|素材|商品',
          '(?:信息|资料|数据)',
        ],
      },
      {
        when: [
          `(?:独家|唯一|排他|专属|独占)[^;。]{0,50}`,
          '(?:不|无|未|没有)[^,;。]{0,10}(?:承诺|保证|承担|设|就|另行|支付|义务|需)[^,;。]{0,14}(?:资源|保底|收入|费用|义务|付费|报酬|保障|投入|独家费|对价|最低|安排)|无保底|无独家费|视Ⓒ情况|有权但无义务',
        ],
      },
      {
        when: [
          `Ⓐ[^;。]{0,26}(?:不得|不可|禁止|不能|仅可|仅能|只能|不允许)[^;。]{0,30}(?:任何|一切|其他|他人|第三方|自己|个人)[^;。]{0,30}(?:平台|账号|活动|合作|出镜|渠道|内容|直播|演出|工作|动态|发布)`,
          '(?:任何平台|任何(?:形式|其他)?[^,;。]{0,4}(?:合作|活动|渠道|账号|公开)|个人(?:社交|朋友圈|账号|生活)|私人|朋友圈|线上线下|无偿|不保证|写作|亲友)',
        ],
        unless: [
          '(?:不得|不可|禁止)[^,;。]{0,16}(?:诋毁|泄露|披露|虚假|违法|低俗|同款|竞品|刷|诱导|私下|转让|使用)',
          '<after>',
        ],
      },
      {
        when: [
          'Ⓐ[^;。]{0,30}(?:承接|从事|接受|参加)[^;。]{0,20}(?:任何|一切|所有|全部)[^;。]{0,20}(?:须|需|应|均)[^;。]{0,10}(?:经Ⓒ|Ⓒ)[^;。]{0,10}(?:同意|批准|许可)',
          '收入|不设|不保证|Ⓒ(?:统一)?(?:分配|收取)|无',
        ],
      },
      {
        when: [
          'Ⓐ[^;。]{0,16}(?:不得|不可|禁止)[^,;。]{0,8}(?:开设|注册|拥有|开通)[^,;。]{0,6}(?:任何)?(?:个人|其他|自己的)?[^,;。]{0,4}(?:账号|帐号)',
        ],
      },
      {
        when: [
          'Ⓒ[^.;]{0,40}(?:sole|exclusive)[^.;]{0,160}(?:all fields|worldwide|any (?:and all )?field|all (?:activities|platforms|services|areas)|throughout the (?:world|universe))',
        ],
      },
      {
        when: [
          '(?:exclusiv)[^.;]{0,200}(?:no (?:obligation|guarantee|minimum|fee|exclusivity fee|payment|consideration)|without (?:any )?(?:fee|obligation|consideration|guarantee))',
        ],
      },
      {
        when: [
          'Ⓐ[^.;]{0,40}(?:shall not|may not|must not|cannot|will not|is prohibited)[^.;]{0,80}(?:any (?:other )?(?:platform|capacity|person|third party|channel|content|work|account)|anyone else|personal (?:social|account))[^.;]{0,120}(?:platform|personal|capacity|approval|term|fee|content)',
        ],
        unless: ['after (?:the )?(?:termination|expiry)|following|disclose|confidential'],
      },
      {
        wide: true,
        when: [
          '(?:只能(?:给|通过|在|由|为)[^,;。]{0,8}Ⓒ|不与[^;。]{0,10}以外|别的地方都不能|兼职[^;。]{0,20}不行|朋友圈[^;。]{0,16}(?:报备|批准)|(?:均|都)?[^,;。]{0,4}(?:事先|须先|先)[^,;。]{0,4}(?:取得|经)Ⓒ[^,;。]{0,4}(?:许可|同意)|排他|独家|专属|唯一(?:经纪|代理)|只准|只许)',
          '不(?:会|再|另|也|就|得|用)?[^,;。]{0,10}(?:给|付|支付|承诺|负担|保证|提供|设)|没有|未[^,;。]{0,6}承诺|无(?:义务|保底|独家费|对价|须|需)|不保底|不对此',
        ],
        unless: [
          '独家(?:销售|供货|价)',
          '肖像|著作|作品|版权',
          '不支付[^,;。]{0,8}(?:的|超过|达)[^;。]{0,14}(?:失效|解除|转为)',
          'Ⓐ不受',
          '(?:保底|独家费)[^,;。]{0,6}\\d+元',
        ],
      },
    ],
    fair: [
      PAID,
      '非独家|不受(?:独家|上述)?(?:约定|限制|影响)|不受限制|自动失效',
      '(?:仅限|限于|限)[^,;。]{0,20}(?:类目|平台|品类|地域|领域)|(?:在|于)[^,;。]{0,14}(?:类目|品类)[^,;。]{0,6}(?:与|独家)',
      'Ⓒ(?:不得|无权)[^,;。]{0,10}(?:限制|要求)',
      'non-exclusive|pays? (?:a |Ⓐ a )?(?:monthly )?(?:exclusivity fee|retainer|guarantee)|exclusivity fee of|limited to|guaranteed minimum of',
    ],
  },
  reason: {
    zh: '把所有活动都交给公司独家，却没有独家费、保底或资源承诺。',
    en: 'Everything you do is exclusive to the company, with no fee, guarantee or resources in return.',
  },
  suggestion: {
    zh: '独家范围限【平台】【类目】，合作期内甲方每月支付独家费【】元并提供附件所列资源；个人生活分享和其他领域不受限制。甲方连续两个月未支付的，独家约定失效。',
    en: 'Exclusive for [platform] and [category] only, against a monthly fee of [ ] and the resources in the annex; personal posts and other fields are free. If two monthly fees are missed, exclusivity lapses.',
  },
  question: {
    zh: '独家能换来什么？每月多少独家费或保底？哪些平台和类目不在内？',
    en: 'What do I get for exclusivity: which fee or guarantee, and what stays outside it?',
  },
};
