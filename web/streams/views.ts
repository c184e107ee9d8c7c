export { StreamCreate as create, StreamEdit as edit } from './StreamInputs.tsx';
export { StreamList as list } from './StreamList.tsx';
export { StreamShow as show } from './StreamShow.tsx';
