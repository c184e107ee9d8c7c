export { NoticeList as list } from './NoticeList.tsx';
