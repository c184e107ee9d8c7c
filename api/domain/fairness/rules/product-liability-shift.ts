import type { Rule } from '../rule.ts';

const TROUBLE =
  '(?:商品(?:质量|缺陷|侵权|瑕疵|存在|不合格|受损)?|产品|质量问题|假货|选品|虚假宣传|食品安全|货品|行政处罚|监管部门|退一赔三|消费者[^,;。]{0,6}(?:索赔|投诉)|推广商品|售假|退赔)';

/** 产品质量与行政责任: what the seller and the company answer for is put on the anchor. */
export const productLiabilityShift: Rule = {
  type: 'PRODUCT_LIABILITY_SHIFT',
  negotiability: 'must',
  matcher: {
    signals: [
      {
        when: [
          `${TROUBLE}[^;。]{0,70}(?:由Ⓐ|Ⓐ(?:个人|须|应|自行|全额|先行|全部|对外|一律)?[^,;。]{0,10}(?:承担|负责|赔付|赔偿|垫付|自担|自负|退一赔)|与Ⓒ无关|Ⓒ(?:概)?(?:免责|不承担|不负)|从Ⓐ[^,;。]{0,8}扣|连带)`,
          'Ⓐ|直播间',
        ],
        unless: ['人身|受伤|伤病|意外|户外|医疗|健康'],
      },
      {
        when: [
          `Ⓐ[^;。]{0,40}(?:承担|负责|赔付|赔偿|垫付|保证)[^;。]{0,40}${TROUBLE}[^;。]{0,24}(?:责任|退赔|罚款|赔偿|处罚|款项|损失|承担)?`,
          '全部|一切|一律|连带|先行|不论|无论|均|退一赔|任何|合格|个人|款项',
        ],
        unless: ['人身|受伤|伤病'],
      },
      {
        when: [
          `(?:消费者|买家|用户)[^;。]{0,20}(?:索赔|受损|受到损害|退赔|投诉)[^;。]{0,40}Ⓐ[^;。]{0,20}(?:垫付|先行|连带|承担|赔付)`,
        ],
      },
      {
        when: [
          '(?:监管|行政|市场监督|主管)[^;。]{0,20}(?:罚款|处罚)[^;。]{0,40}(?:由Ⓐ|Ⓐ承担|向Ⓐ(?:全额)?追偿|Ⓐ(?:全额)?(?:赔偿|补偿|承担))',
        ],
      },
      {
        when: [
          'Ⓐ[^.;]{0,160}(?:liable|responsib|bears?|indemnif|hold)[^.;]{0,160}(?:product|defect|administrative|regulator|fines|consumer claims|goods)',
        ],
        unless: ['injury|refund'],
      },
      {
        when: [
          '(?:product|defect|regulator|administrative|penalt|fine)[^.;]{0,140}(?:borne by|liability of|responsibility of|charged to|paid by) (?:the )?Ⓐ',
        ],
      },
      {
        wide: true,
        when: [
          '(?:商品|东西|带货|货(?!款)|直播间[^;。]{0,6}(?:投诉|举报)|市场监(?:督|管)|罚没款|食品安全|假冒|质量|被罚|罚了款|追索)',
          '都找Ⓐ|算Ⓐ的?|Ⓐ承接|追索|Ⓐ填补|Ⓐ来赔|(?:悉|均|全|皆|都)由Ⓐ|Ⓐ(?:全部|独自|个人)?(?:承担|负责|赔)|找Ⓐ',
          '罚|赔|追索|责任|款|出事|事故|质量',
        ],
        unless: ['退货|退款|拒收|退回|运费', '按过错|过错比例|过错对应|故意|擅自', '试吃|过敏|受伤', '迟到'],
      },
    ],
    fair: [
      '(?:由|归)(?:商家|供货商|品牌方|供应商|厂家|生产者|销售者|责任主体|Ⓒ)(?:自行)?(?:承担|负责)|(?:商家|供货商|供应商)[^,;。]{0,8}负责',
      '过错(?:比例|范围|程度)|按过错|无故意|(?:Ⓐ)?(?:故意|擅自|明知)[^;。]{0,24}(?:承担|赔偿)|Ⓒ[^,;。]{0,14}(?:应|须)?承担|不得转嫁|Ⓒ购买|自行承担$|被处罚的责任主体',
      '税|退货率|社保|刷单',
      'only for wilful|wilful misconduct|supplier (?:is|shall)|to the extent (?:of|caused by) (?:its|her|his)? ?(?:own )?fault|Ⓒ is responsible',
    ],
  },
  reason: {
    zh: '商品质量、退赔和行政处罚都由你个人承担。机构依法应承担的责任，不能用协议减轻或免除。',
    en: 'Product defects, refunds and fines are put on you. What the law asks of the agency cannot be lightened by contract.',
  },
  suggestion: {
    zh: '商品质量责任由商家承担，甲方负责资质核验，乙方按审核脚本讲解；因乙方擅自夸大造成损失的，按过错承担。',
    en: 'The seller answers for quality, the company for checking; the anchor only for what she changed on her own, by fault.',
  },
  question: {
    zh: '选品和审核是谁做的？为什么由我承担全部责任？',
    en: 'Who chose and checked the goods, and why is it all on me?',
  },
};
