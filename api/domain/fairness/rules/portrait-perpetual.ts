import type { Rule } from '../rule.ts';

const PERSON =
  '(?:肖像|形象(?!管理|建议|升级|改造|贷款)|姓名|声音|声纹|照片|影像|数字人|虚拟形象|虚拟主播|数字分身|虚拟人|AI|ai|人脸|面部|音色|嗓音|样貌|头像|人格)';

/** 肖像声音永久授权: likeness or voice for ever, beyond recall, or as a digital double. */
export const portraitPerpetual: Rule = {
  type: 'PORTRAIT_PERPETUAL',
  negotiability: 'must',
  matcher: {
    signals: [
      {
        when: [
          `${PERSON}[^;。]{0,60}(?:<forever>|<irrevocable>|存续期限|不限时间|无限期|终止后|解约后|离开后|去世后|买断)|(?:<forever>|<irrevocable>|无限期|终止后|解约后|离开Ⓒ?后|存续|不限时间)[^;。]{0,60}${PERSON}`,
          '(?:授权|使用|许可|展示|制作|生成|授予|归Ⓒ|推广|直播|独家|训练|宣传|买断|权)',
        ],
        unless: ['(?:著作权|版权)[^,;。]{0,10}归'],
      },
      {
        when: [
          `Ⓐ[^;。]{0,14}(?:不得|无权|不能|放弃)[^;。]{0,14}(?:撤回|撤销|收回|要求停止|要求下架|一切权利|异议)[^;。]{0,24}${PERSON}|Ⓐ[^;。]{0,10}放弃[^;。]{0,16}${PERSON}|${PERSON}[^;。]{0,40}Ⓐ[^;。]{0,6}(?:不得|无权)[^;。]{0,10}(?:撤回|撤销|异议|主张|要求停止|要求删除)`,
        ],
      },
      {
        when: [
          `(?:数字人|数字分身|AI形象|ai形象|虚拟形象|虚拟主播|声音模型|人工智能)[^;。]{0,40}(?:归Ⓒ|Ⓒ所有|属于Ⓒ|永久|离开后|继续)`,
        ],
      },
      {
        when: [
          '(?:likeness|image|voice|portrait|name|replica|avatar|persona)[^.;]{0,200}(?:<forever>|<irrevocable>|without limit|belongs? to Ⓒ|may not (?:be )?(?:withdraw|revoke))',
        ],
        unless: ['stage name|screen name|professional name', 'copyright'],
      },
      {
        when: [
          "(?:<forever>|<irrevocable>|after (?:the )?termination|after Ⓐ leaves|may not withdraw|without limit)[^.;]{0,160}(?:likeness|'?s image|voice|portrait|persona|replica|avatar)",
        ],
        unless: ['stage name|screen name|professional name', 'copyright'],
      },
      {
        wide: true,
        when: [
          '(?:形象|照片|声音|出镜素材|ai换声|ai主播|AI|表情包|肖像|数字人|脸|嗓音|影像|姓名)',
          '一直|照用|无期限|无限期|永久|也接着播|想卖多久|收不回来|追认|不因Ⓐ离开|期限由Ⓒ|由Ⓒ[^,;。]{0,8}另定|离职了|不管在不在职|永远|长期|不设期限|终身',
          '用|播|授权|卖|Ⓒ|可用',
        ],
        unless: [
          '艺名|网名|名字',
          '(?:版权|著作权)[^,;。]{0,6}归Ⓒ',
          '形象(?:费|管理|要求)|Ⓒ形象',
          '日内(?:全部)?(?:下线|下架|删除)',
        ],
      },
    ],
    fair: [
      '(?:Ⓒ)[^,;。]{0,8}(?:不得|应(?:当)?(?:停止|下架|删除)|不再|立即停止)|停止使用|(?:日|内)[^,;。]{0,6}(?:下架|删除)',
      '未经Ⓐ|Ⓐ[^,;。]{0,8}(?:可|有权)[^,;。]{0,8}(?:撤回|随时|解除|审核)|另签|另行(?:签订|取得|签署|书面)',
      '(?:使用前|逐次|每次)[^,;。]{0,10}(?:确认|审核|同意)|清库存|存档',
      '(?<!不受|不限)合作期内[^;。]{0,20}(?:使用|推广)[^;。]{0,10}(?:肖像)?(?!.{0,40}(?:永久|终止后|无限期))',
      '艺名|网名',
      'only during the term|must take (?:it|them) down|take down|may (?:withdraw|revoke)|within \\d+ days|shall cease|shall not use|must stop',
    ],
  },
  reason: {
    zh: '肖像、姓名、声音被永久或不可撤回地授权。人格权益不能放弃或转让；授权期限不明的，可以解除。',
    en: 'Likeness, name or voice are given for ever or beyond recall. Personality rights cannot be given up or sold; a licence without a term can be ended.',
  },
  suggestion: {
    zh: '甲方可在合作期内为本合同推广使用乙方肖像，使用前样稿经乙方确认，终止后三十日内下架；数字人、声音克隆另签书面协议，乙方可撤回。',
    en: 'The company may use the likeness during the term to promote this contract, drafts approved by the anchor, taken down within thirty days of the end; digital doubles and voice clones need a separate agreement that can be withdrawn.',
  },
  question: {
    zh: '授权用在哪里、用多久？终止后几天内下架？数字人能否另签？',
    en: 'Where and how long is it used, when is it taken down, and can digital doubles be agreed separately?',
  },
};
