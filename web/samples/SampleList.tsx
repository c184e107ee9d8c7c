import { Box } from '@mui/material';
import { BooleanInput, DataTable, SearchInput, useTranslate } from 'react-admin';
import { SAMPLE_STAGES } from '../../api/domain/inspection/sample-life.ts';
import { ChoiceInput } from '../fields/ChoiceInput.tsx';
import { DayField } from '../fields/DayField.tsx';
import { HouseList } from '../fields/HouseList.tsx';
import { RefInput } from '../fields/RefInput.tsx';
import { NamedLink, RowLink } from '../fields/RowLink.tsx';
import { useMe } from '../shell/me-context.ts';
import { SettingsButton } from './SettingsButton.tsx';
import { StageChip } from './StageChip.tsx';
import type { Sample } from './sample.ts';

const FILTERS = [
  <SearchInput key="q" source="q" />,
  <ChoiceInput key="stage" source="stage" choices={SAMPLE_STAGES} />,
  <ChoiceInput key="seal" source="sealState" choices={['none', 'waiting_witness', 'sealed', 'superseded']} />,
  <RefInput key="anchor" source="anchorId" reference="anchors" />,
  <RefInput key="product" source="productId" reference="products" />,
  <BooleanInput key="overdue" source="isOverdue" parse={(isOn: boolean) => isOn || null} />,
];

/** Every sample and where it stands; what is overdue says so. */
export function SampleList() {
  const translate = useTranslate();
  const { can } = useMe();
  const own = translate('resources.samples.ofAgency');
  return (
    <HouseList
      filters={FILTERS}
      createAction="samples.request"
      actions={can.includes('samples.settings') ? <SettingsButton /> : undefined}
      empty="resources.samples.empty"
      card={(record) => {
        const sample = record as Sample;
        return {
          title: sample.productName,
          right: translate('resources.samples.piecesOf', { count: sample.pieces }),
          lines: [
            [sample.anchorName ?? own, sample.brandName].filter(Boolean).join(' · '),
            <StageChip key="stage" sample={sample} />,
            sample.dueOn && translate('resources.samples.dueOn', { day: sample.dueOn }),
          ],
        };
      }}
    >
      <DataTable.Col source="productName" field={RowLink} />
      <DataTable.Col source="brandName" disableSort />
      <DataTable.Col
        source="anchorName"
        disableSort
        render={(sample: Sample) =>
          sample.anchorId === null ? (
            <Box component="span" sx={{ color: 'text.secondary' }}>
              {own}
            </Box>
          ) : (
            <NamedLink resource="anchors" id={sample.anchorId}>
              {sample.anchorName}
            </NamedLink>
          )
        }
      />
      <DataTable.Col source="stage">
        <StageChip />
      </DataTable.Col>
      <DataTable.NumberCol source="pieces" disableSort />
      <DataTable.Col source="requestedOn" field={DayField} />
      <DataTable.Col source="receivedOn" field={DayField} />
      <DataTable.Col source="dueOn" field={DayField} disableSort />
      <DataTable.Col source="sealNumber" disableSort />
    </HouseList>
  );
}
