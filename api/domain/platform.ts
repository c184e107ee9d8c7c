/** Where anchors stream and orders come from; the database's checks name the same. */
export const PLATFORMS = ['douyin', 'kuaishou', 'taobao', 'tmall', 'wechat', 'xiaohongshu', 'other'] as const;

export type Platform = (typeof PLATFORMS)[number];
