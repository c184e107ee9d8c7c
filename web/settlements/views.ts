export { Unwritten as list } from '../fields/Unwritten.tsx';
