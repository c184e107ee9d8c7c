import { required } from 'react-admin';
import { PlatformInput } from '../fields/ChoiceInput.tsx';
import { InstantInput } from '../fields/DayInput.tsx';
import { Columns } from '../fields/HouseForm.tsx';
import { RefInput } from '../fields/RefInput.tsx';

const label = (field: string): string => `resources.cases.fields.hold.${field}`;

/** What a hold takes, beside the goods of the case: the time of payment, and what narrows it. */
export function WindowInputs({ prefix = '' }: { prefix?: string }) {
  const at = (field: string) => ({ source: `${prefix}${field}`, label: label(field) });
  return (
    <Columns>
      <InstantInput {...at('paidFrom')} validate={required()} helperText={false} />
      <InstantInput {...at('paidTo')} helperText={false} />
      <RefInput {...at('anchorId')} reference="anchors" helperText={false} />
      <RefInput {...at('streamId')} reference="streams" helperText={false} />
      <RefInput {...at('dealId')} reference="deals" helperText={false} />
      <PlatformInput {...at('platform')} helperText={false} />
    </Columns>
  );
}
