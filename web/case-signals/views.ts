export { SignalList as list } from './SignalList.tsx';
