export { SampleList as list } from './SampleList.tsx';
export { SampleRequest as create } from './SampleRequest.tsx';
export { SampleShow as show } from './SampleShow.tsx';
export { SealPage as seal } from './sealing/SealPage.tsx';
