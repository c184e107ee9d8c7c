import type { Rule } from '../rule.ts';

const WATCH =
  '(?:(?:登录)?密码|手机(?:内容|定位)|定位|聊天记录|私信|通讯录|行踪|摄像头|监控(?!员)|检查[^,;。]{0,6}手机|人脸[^,;。]{0,14}任何目的|恋爱|婚姻情况|读取|个人电脑|进入房间|外出)';

/** 过度监控与索取密码: private accounts, phone, place or room are watched. */
export const monitorPrivacy: Rule = {
  type: 'MONITOR_PRIVACY',
  negotiability: 'must',
  matcher: {
    signals: [
      {
        when: [
          `(?:Ⓐ|Ⓒ)[^;。]{0,50}${WATCH}`,
          '须|应|需|可|有权|交出|提供|安装|随时|同意|开启|报备|内设|进入|查看|用于任何',
          'Ⓐ|个人|宿舍|住所|私',
        ],
        unless: ['消费者'],
      },
      {
        when: [
          '(?:宿舍|住所|卧室|居所|房间)[^;。]{0,20}(?:安装|设|内设)[^;。]{0,10}(?:摄像头|监控|录像)|(?:安装|设)[^;。]{0,6}摄像头[^;。]{0,10}(?:监督|作息)',
        ],
      },
      {
        when: [
          'Ⓐ[^;。]{0,10}个人信息[^;。]{0,16}(?:提供给|共享|转给)[^;。]{0,14}(?:任何|第三)[^;。]{0,24}(?:无需|不另)?',
        ],
        unless: ['不得'],
      },
      {
        when: [
          '(?:password|private messages?|chat (?:records|logs)|phone location|track|gps|dormitor|bedroom|contacts)[^.;]{0,140}',
          'Ⓐ',
          'shall|must|may|allow|will be|at all times|hand over|read',
        ],
      },
      {
        wide: true,
        when: [
          '(?:登录凭证|通话详单|密码|聊天记录|装了监控|几点睡|谈对象|抽查|定位|行踪|通话|监控软件|微信记录|朋友圈权限|摄像头)',
          '报|发我|交由|检查|抽查|授权|报告|看到|登录|核查|调取|随时|开启|交给|装',
        ],
        unless: [
          'Ⓒ[^,;。]{0,6}(?:不得|不索|不要求|不收集)|不必|公共区域|妥善保管|归Ⓒ所有|企业|泄露密码',
          '收回|继续使用',
        ],
      },
    ],
    fair: [
      'Ⓒ(?:不得|无权|不)[^;。]{0,20}(?:索取|查看|收集|要求|跟踪|获取)|不收集|授权(?:方式)?登录|公共区域|企业账号|仅用于|单独同意|结束即关闭|临时共享|不得泄露',
      'may not|shall not (?:request|monitor|track)',
    ],
  },
  reason: {
    zh: '要你交出私人账号密码、定位或聊天记录，或在住处装监控。处理敏感个人信息要有必要并取得单独同意。',
    en: 'Passwords, location, chats or a camera where you live. Sensitive data needs necessity and separate consent.',
  },
  suggestion: {
    zh: '企业账号采用授权登录，不收集乙方私人账号密码；甲方仅在直播间公共区域录像用于合规留存。',
    en: 'Company accounts by delegated login, no private passwords; recording only in the studio’s common area for the file.',
  },
  question: {
    zh: '为什么需要这些？能否只用企业账号授权？',
    en: 'Why is this needed; would delegated access to company accounts do?',
  },
};
