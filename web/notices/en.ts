import type { zh } from './zh.ts';

export const en: typeof zh = {
  notices: {
    name: 'Notice |||| Notices',
    fields: { id: 'Id', isRead: 'Read' },
    empty: 'No notices.',
    readAll: 'Mark all as read',
    unread: 'unread',
    bell: '%{smart_count} unread notice |||| %{smart_count} unread notices',
    kind: {
      statement_sent: 'A new statement: please check it',
      statement_reminder: 'A statement waits for your answer',
      statement_silence: 'No answer in time: accepted by the contract’s terms',
      dispute_raised: 'An anchor disputes a line',
      dispute_answered: 'A dispute has a new answer',
      dispute_decided: 'A dispute is decided',
      payee_change_requested: 'Somebody asks for another payee account',
      payee_change_decided: 'A payee change is decided',
    },
  },
};
