export { OwnSampleList as list, OwnSampleRequest as create, OwnSampleShow as show } from './OwnSamples.tsx';
