import { Box } from '@mui/material';
import { DataTable } from 'react-admin';
import { MonthField } from '../fields/DayField.tsx';
import { MonthInput } from '../fields/DayInput.tsx';
import { chinaTime } from '../fields/day.ts';
import { Fen, FenField, yuan } from '../fields/FenField.tsx';
import { HouseList } from '../fields/HouseList.tsx';
import { RefInput } from '../fields/RefInput.tsx';
import { useWord } from '../fields/use-word.ts';
import { useMe } from '../shell/me-context.ts';
import { RecordInput } from './RecordInput.tsx';
import { TaxTabs } from './TaxTabs.tsx';
import { sumInvoices, type TaxInput } from './tax-input.ts';

/** What a month's tax or payout needs besides the amount: deductions of the employed, invoices of studios. */
export function InputList() {
  const own = useMe().role === 'anchor';
  const word = useWord('resources.tax-inputs');
  const month = <MonthInput key="month" source="month" />;
  return (
    <Box sx={{ pt: own ? 0 : 2 }}>
      {!own && (
        <TaxTabs at="tax-inputs">
          <RecordInput />
        </TaxTabs>
      )}
      <HouseList
        filters={own ? [month] : [<RefInput key="anchor" source="anchorId" reference="anchors" />, month]}
        createAction={null}
        rowClick={false}
        empty="resources.tax-inputs.empty"
        card={(record) => {
          const input = record as unknown as TaxInput;
          return {
            title: `${input.anchorName} · ${input.month}`,
            right: <Fen value={sumInvoices(input) || deductionsOf(input)} strong />,
            lines: [
              <Invoices key="invoices" input={input} />,
              word('deducted', { amount: yuan(deductionsOf(input)) }),
              `${input.recordedByName} ${chinaTime(input.recordedAt)}`,
            ],
          };
        }}
      >
        <DataTable.Col source="anchorName" disableSort />
        <DataTable.Col source="month" field={MonthField} disableSort />
        <DataTable.Col
          source="invoices"
          disableSort
          render={(input: TaxInput) => <Invoices input={input} />}
        />
        {(['socialInsuranceFen', 'specialAdditionalFen', 'otherDeductionFen'] as const).map((source) => (
          <DataTable.Col key={source} source={source} align="right" field={FenField} disableSort />
        ))}
        <DataTable.Col
          source="recordedByName"
          disableSort
          render={(input: TaxInput) => `${input.recordedByName} ${chinaTime(input.recordedAt)}`}
        />
      </HouseList>
    </Box>
  );
}

const deductionsOf = (input: TaxInput): number =>
  input.socialInsuranceFen + input.specialAdditionalFen + input.otherDeductionFen;

function Invoices({ input }: { input: TaxInput }) {
  const word = useWord('resources.tax-inputs');
  if (input.invoices.length === 0) return word('noInvoices');
  return input.invoices.map(({ number, seller, amountFen, issuedOn }) => (
    <Box key={number}>
      {number} · {seller} · {issuedOn} · {yuan(amountFen)}
    </Box>
  ));
}
