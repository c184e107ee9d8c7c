import { Box, Button } from '@mui/material';
import { DataTable, useLocaleState } from 'react-admin';
import { MonthField } from '../fields/DayField.tsx';
import { MonthInput } from '../fields/DayInput.tsx';
import { Fen, FenField, yuan } from '../fields/FenField.tsx';
import { HouseList } from '../fields/HouseList.tsx';
import { RefInput } from '../fields/RefInput.tsx';
import { ChoiceField } from '../fields/StatusChip.tsx';
import { useWord } from '../fields/use-word.ts';
import { useMe } from '../shell/me-context.ts';
import { TaxTabs } from './TaxTabs.tsx';

interface Withholding {
  id: number;
  anchorId: number;
  month: string;
}

/** What was withheld, month by month, and the certificate of the year. */
export function WithholdingList() {
  const own = useMe().role === 'anchor';
  const word = useWord('resources.tax-withholdings');
  const month = <MonthInput key="month" source="month" />;
  return (
    <Box sx={{ pt: own ? 0 : 2 }}>
      {!own && <TaxTabs at="tax-withholdings" />}
      <HouseList
        filters={own ? [month] : [month, <RefInput key="anchor" source="anchorId" reference="anchors" />]}
        createAction={null}
        rowClick={false}
        empty="resources.tax-withholdings.empty"
        card={(one) => ({
          title: own ? one.month : `${one.anchorName} · ${one.month}`,
          right: <Fen value={one.taxFen} strong />,
          lines: [
            word('grossIs', { amount: yuan(one.grossFen) }),
            <Certificate key="pdf" one={one as unknown as Withholding} />,
          ],
        })}
      >
        <DataTable.Col source="month" field={MonthField} disableSort />
        {!own && <DataTable.Col source="anchorName" disableSort />}
        <DataTable.Col source="regime" field={ChoiceField} disableSort />
        <DataTable.Col source="grossFen" align="right" field={FenField} disableSort />
        <DataTable.Col source="taxFen" align="right" field={FenField} disableSort />
        <DataTable.Col source="netFen" align="right" field={FenField} disableSort />
        <DataTable.Col
          source="certificate"
          disableSort
          render={(one: Withholding) => <Certificate one={one} />}
        />
      </HouseList>
    </Box>
  );
}

function Certificate({ one }: { one: Withholding }) {
  const word = useWord('resources.tax-withholdings');
  const [locale] = useLocaleState();
  const year = one.month.slice(0, 4);
  return (
    <Button
      component="a"
      // above the link that covers a card on a phone
      sx={{ position: 'relative', zIndex: 1 }}
      href={`/api/anchors/${one.anchorId}/tax-certificate.pdf?year=${year}&lang=${locale}`}
      download={`tax-${year}-${one.anchorId}.pdf`}
    >
      {word('download', { year })}
    </Button>
  );
}
