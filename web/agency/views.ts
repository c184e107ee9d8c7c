export { Letterhead as list } from './Letterhead.tsx';
