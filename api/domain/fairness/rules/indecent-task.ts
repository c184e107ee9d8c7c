import type { Rule } from '../rule.ts';

const TASK =
  '(?:陪(?:餐|酒|同|伴|侍|玩|吃|客户|大哥)|饮酒|酒局|饭局|喝酒|擦边|暴露|性感尺度|低俗|性暗示|暧昧|私(?:下|人)(?:见面|会面|聚会|要求)|线下(?:见面|约会)|夜场|应酬|情感维护|榜一|大哥|金主|视频私聊|夜店|KTV|ktv|软色情|挑逗)';

/** 陪酒擦边应酬: escort, drinking or suggestive content as a duty. */
export const indecentTask: Rule = {
  type: 'INDECENT_TASK',
  negotiability: 'must',
  matcher: {
    signals: [
      {
        when: [
          `(?:Ⓐ|Ⓒ安排)[^;。]{0,50}${TASK}`,
          '应|须|需|配合|服从|参加|陪|出席|不得(?:推辞|拒绝)|由运营决定|属于|至少|满足|必要时|保持|安排|按|添加',
        ],
      },
      { when: ['Ⓐ[^;。]{0,16}不得以[^;。]{0,8}(?:羞耻|不适|尴尬)[^;。]{0,4}为由拒绝|着装尺度由'] },
      {
        when: [
          '(?:private (?:dinner|meeting)|drinks? with|drinking|nightclub|revealing|suggestive|escort|sexual|flirt|entertain (?:clients|gifters)|top gifters|meet (?:gifters|fans|clients) privately)[^.;]{0,120}',
          'Ⓐ',
          'must|shall|required|as directed|on request|accompany',
        ],
      },
      {
        wide: true,
        when: [
          '(?:陪(?:一下|1下|吃|酒|玩|客户|餐|同|伴|唱)|敬酒|低胸|短裙|诱导性|性感|衣服短|镜头放低|大哥|穿漂亮点|的局|喝酒|饮酒|唱歌|撩|暧昧|裸露|身体接触|夜场|应酬)',
          '必须|得穿|得去|应|须|过来|不能不|不听安排|别让|配合|要(?!求Ⓒ)|安排|喜欢看',
        ],
        unless: ['拒绝|不饮酒|不安排|不得|禁止|主持|派员|工作人员陪同|保管|商品|知情|不应'],
      },
    ],
    fair: [
      'Ⓒ(?:不得|不|无权)[^;。]{0,24}(?:安排|强迫|要求)|(?:可|有权)(?:以)?(?:拒绝|自愿)|自愿参加|Ⓐ(?:不得|禁止|严禁)|(?:不得|禁止|严禁)[^;。]{0,14}(?:低俗|擦边|陪酒|私下|性暗示|暴露)|Ⓐ可拒绝|派员陪同|理性饮酒|平台规范',
      'may refuse|without penalty|shall not|may not',
    ],
  },
  reason: {
    zh: '要求陪酒、私下见面或擦边内容。违背公序良俗的约定不受保护，你可以拒绝。',
    en: 'Drinking, private meetings or suggestive content as a duty. Such duties are not protected; you may refuse.',
  },
  suggestion: {
    zh: '线下商务活动须提前三日说明内容，乙方可拒绝饮酒和私人会面，甲方派员陪同；拒绝不构成违约。',
    en: 'Business events are described three days before; drinking and private meetings may be refused; the company sends someone along; refusal is no breach.',
  },
  question: { zh: '能否写明我有权拒绝而不算违约？', en: 'Can it say that I may refuse without breach?' },
};
