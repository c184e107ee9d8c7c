import type { Rule } from '../rule.ts';

const PROCEDURE =
  '(?:整形|整容|微整|医美|隆鼻|双眼皮|手术|注射|激光|植发|牙齿贴面|医疗美容|抽脂|削骨|玻尿酸|肉毒素|形象改造|美容手术|丰胸)';

/** 强制医美或身材要求: procedures or a weight target as a duty. */
export const cosmeticRequired: Rule = {
  type: 'COSMETIC_REQUIRED',
  negotiability: 'must',
  matcher: {
    signals: [
      {
        when: [
          `Ⓐ[^;。]{0,60}${PROCEDURE}`,
          '须|应|需|必须|配合|要求|指定|视为|完成|接受|服从|不得拒绝|费用|由|贷|合同义务',
        ],
      },
      {
        when: [
          `${PROCEDURE}[^;。]{0,50}(?:合同义务|费用由Ⓐ|Ⓐ(?:须|应)|视为违约|服从|由Ⓐ|(?:停播|暂停|违约金|扣款|罚))`,
        ],
      },
      {
        when: [
          '(?:体重|身材|三围|身高体重|减重|瘦身|减肥)[^;。]{0,50}(?:停播|罚|扣|解除|暂停|违约|停发|须|不得超过|必须|控制在)|(?:按|应)[^;。]{0,10}(?:减重|瘦身)',
        ],
        unless: ['减肥产品|减肥药|商品'],
      },
      {
        when: [
          '(?:cosmetic (?:procedure|surgery)|plastic surgery|liposuction|filler|weight|body measurements)[^.;]{0,140}',
          'Ⓐ',
          'shall|must|agrees|required|suspend|penalt|below|keep',
        ],
      },
      {
        wide: true,
        when: [
          '(?:医美|整容|整形|打针|瘦脸|鼻子|下巴|做牙|双眼皮|轮廓|体型|体重|减重|称重|颜值|斤|瘦下来|公斤|微调|植发|医疗美容)',
          '须|应(?!付)|必须|就得|得去|一律|不去的话|不给排班|接受|控制在|去做|去打|扣|不得出镜|有义务|参加|不能超过',
        ],
        unless: ['商品|产品|样品|包裹|减肥药|快递|重量|货', '金融|贷款|分期(?!.{0,30}(?:须|必须)做)'],
      },
    ],
    fair: [
      '(?:自愿|不涉及|仅供参考|不干预|不影响合同)|Ⓒ(?:不得|无权|不)[^;。]{0,24}(?:要求|强制|以)|不得推广|Ⓐ(?:有权)?(?:自行)?决定|批文',
      'may not require|voluntary|shall not require',
    ],
  },
  reason: {
    zh: '要求做整形医美或达到体重标准。身体权属于你自己。',
    en: 'Procedures or a weight target as a duty. Your body is your own.',
  },
  suggestion: {
    zh: '形象建议仅供参考，医美须乙方本人自愿并另行签署知情同意；不得以身材、体重为由扣款或停播。',
    en: 'Advice on looks is advice only; procedures need free and separate consent; no deduction or suspension over weight.',
  },
  question: { zh: '能否删去身材和医美要求？', en: 'Can the demands on body and procedures be deleted?' },
};
