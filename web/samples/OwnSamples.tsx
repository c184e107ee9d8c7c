import { Alert, Box } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import {
  DataTable,
  NumberInput,
  required,
  TextInput,
  useDataProvider,
  useRecordContext,
  useTranslate,
} from 'react-admin';
import { DayField } from '../fields/DayField.tsx';
import { Columns, HouseCreate } from '../fields/HouseForm.tsx';
import { HouseList } from '../fields/HouseList.tsx';
import { HouseShow, Section } from '../fields/HouseShow.tsx';
import { pickShape } from '../fields/pick-shape.ts';
import { RowLink } from '../fields/RowLink.tsx';
import { Waiting } from '../fields/Waiting.tsx';
import type { HouseProvider } from '../shell/data-provider.ts';
import { ProductInput } from './ProductInput.tsx';
import { RequestPreview } from './RequestPreview.tsx';
import { SampleFacts } from './SampleFacts.tsx';
import { SampleSteps } from './SampleSteps.tsx';
import { StageChip } from './StageChip.tsx';
import type { Sample } from './sample.ts';

/** An anchor's own samples: what is on the way, what is in hand, and when it goes back. */
export function OwnSampleList() {
  const translate = useTranslate();
  return (
    <HouseList
      createAction="samples.request"
      empty="resources.samples.own.empty"
      card={(record) => {
        const sample = record as Sample;
        return {
          title: sample.productName,
          right: translate('resources.samples.piecesOf', { count: sample.pieces }),
          lines: [
            sample.brandName,
            <StageChip key="stage" sample={sample} />,
            sample.dueOn && translate('resources.samples.dueOn', { day: sample.dueOn }),
          ],
        };
      }}
    >
      <DataTable.Col source="productName" field={RowLink} disableSort />
      <DataTable.Col source="brandName" disableSort />
      <DataTable.Col source="stage" disableSort>
        <StageChip />
      </DataTable.Col>
      <DataTable.NumberCol source="pieces" disableSort />
      <DataTable.Col source="requestedOn" field={DayField} />
      <DataTable.Col source="dueOn" field={DayField} disableSort />
    </HouseList>
  );
}

export function OwnSampleShow() {
  return (
    <HouseShow editAction={null}>
      <Body />
    </HouseShow>
  );
}

function Body() {
  const sample = useRecordContext<Sample>();
  const translate = useTranslate();
  if (!sample?.steps) return <Waiting />;
  return (
    <>
      {sample.dueOn && (
        <Alert severity={sample.isOverdue ? 'error' : 'info'}>
          {translate(`resources.samples.${sample.isOverdue ? 'overdueSince' : 'dueOn'}`, {
            day: sample.dueOn,
          })}{' '}
          {translate('resources.samples.own.back')}
        </Alert>
      )}
      <Section>
        <SampleFacts sample={sample} isOwn />
      </Section>
      <Section title="resources.samples.section.life">
        <SampleSteps steps={sample.steps} />
      </Section>
    </>
  );
}

/** Asked for by the anchor: which product, how many, what for; why it is refused is said before. */
export function OwnSampleRequest() {
  const refused = useRef<string>(undefined);
  const translate = useTranslate();
  const provider = useDataProvider<HouseProvider>();
  const { data } = useQuery({
    queryKey: ['samples', 'settings'],
    queryFn: ({ signal }) =>
      provider.ask<Record<'quota' | 'loanDays' | 'houseQuota' | 'houseLoanDays', number | null>>(
        '/sample-settings',
        undefined,
        signal,
      ),
  });
  return (
    // The anchor's bar stands at the bottom of a phone: the form's buttons stand on it.
    <Box sx={{ '&& .RaToolbar-mobileToolbar': { bottom: 'calc(56px + env(safe-area-inset-bottom))' } }}>
      <HouseCreate
        body={(values) => {
          const { purpose, ...body } = pickShape(values, { productId: true, pieces: true, purpose: true });
          return purpose === null ? body : { ...body, purpose };
        }}
        defaultValues={{ pieces: 1 }}
        validate={() => (refused.current ? { productId: refused.current } : {})}
      >
        <Columns>
          <RequestPreview refused={refused} isOwn />
          <ProductInput isOffered />
          <NumberInput
            source="pieces"
            min={1}
            max={999}
            step={1}
            validate={required()}
            helperText={
              data
                ? translate('resources.samples.own.help', {
                    days: data.loanDays ?? data.houseLoanDays,
                    quota: data.quota ?? data.houseQuota,
                  })
                : false
            }
          />
          <TextInput source="purpose" multiline className="wide" />
        </Columns>
      </HouseCreate>
    </Box>
  );
}
