import { required, useTranslate } from 'react-admin';
import { RefInput } from '../fields/RefInput.tsx';

/** An anchor is lent what a running deal offers; the agency keeps samples of anything. */
export function ProductInput({ isOffered }: { isOffered: boolean }) {
  const translate = useTranslate();
  return (
    <RefInput
      key={String(isOffered)}
      source="productId"
      reference={isOffered ? 'samples/offered' : 'products'}
      optionText="name"
      noOptionsText={translate(isOffered ? 'resources.samples.noneOffered' : 'house.search.none')}
      validate={required()}
      helperText={isOffered ? 'resources.samples.offeredHelp' : false}
    />
  );
}
