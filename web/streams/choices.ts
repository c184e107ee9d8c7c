export const STREAM_STATUSES = ['planned', 'live', 'ended', 'cancelled'] as const;
export const ITEM_ROLES = ['traffic', 'welfare', 'profit', 'hero', 'image'] as const;
