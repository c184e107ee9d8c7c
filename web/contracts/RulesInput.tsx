import { Box, Typography } from '@mui/material';
import { required, SelectInput, useTranslate } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { ChoiceInput, PlatformInput } from '../fields/ChoiceInput.tsx';
import { DayInput } from '../fields/DayInput.tsx';
import { FenInput, RateInput } from '../fields/ExactInput.tsx';
import { PartySelect } from '../fields/PartySelect.tsx';
import { RefInput } from '../fields/RefInput.tsx';
import { RowsEditor } from '../fields/RowsEditor.tsx';
import { type Clause, clauseMark } from './version.ts';

const word = (key: string) => `resources.contracts.${key}`;

/** Share rules: what they cover, by which clause, and per tier of the month's sales who takes what. */
export function RulesInput({ anchorId }: { anchorId: number }) {
  const translate = useTranslate();
  return (
    <>
      <Typography color="text.secondary" sx={{ mb: 1 }}>
        {translate(word('scopeRule'))}
      </Typography>
      <RowsEditor
        source="rules"
        addLabel={word('addRule')}
        emptyLabel={word('noRules')}
        newRow={() => ({ base: 'commission', tierOnRefund: 'frozen', tiers: [newTier()] })}
        max={100}
      >
        <ClauseSelect />
        <ChoiceInput
          source="base"
          label={word('base')}
          choices={['commission', 'sales']}
          validate={required()}
        />
        <ChoiceInput
          source="tierOnRefund"
          label={word('tierOnRefund')}
          choices={['frozen', 'trueup']}
          validate={required()}
        />
        <PlatformInput source="platform" label={word('platform')} />
        <RefInput source="brandId" reference="brands" label={word('brand')} />
        <RefInput source="productId" reference="products" label={word('product')} />
        <RefInput source="streamId" reference="streams" label={word('stream')} filter={{ anchorId }} />
        <DayInput source="effectiveFrom" label={word('effectiveFrom')} />
        <DayInput source="effectiveTo" label={word('effectiveTo')} />
        <Box className="wide">
          <Tiers />
        </Box>
      </RowsEditor>
    </>
  );
}

const newTier = () => ({ fromFen: 0, toFen: null, parts: [{ takesFrom: 'base', rateBps: null }] });

function Tiers() {
  return (
    <RowsEditor
      source="tiers"
      addLabel={word('addTier')}
      newRow={newTier}
      columns="repeat(auto-fill, minmax(min(100%, 170px), 1fr))"
      max={20}
      nested
    >
      <FenInput source="fromFen" label={word('fromFen')} />
      <FenInput source="toFen" label={word('toFen')} placeholder="∞" />
      <Box className="wide" sx={{ mb: 1 }}>
        <Parts />
      </Box>
    </RowsEditor>
  );
}

/** The order of the list is the order of the waterfall; a part without a rate receives what is left. */
function Parts() {
  const translate = useTranslate();
  return (
    <RowsEditor
      source="parts"
      addLabel={word('addPart')}
      newRow={() => ({ takesFrom: 'base', rateBps: 0 })}
      columns={{ xs: 'repeat(2, minmax(0, 1fr))', sm: 'minmax(0, 2fr) minmax(90px, 1fr) minmax(90px, 1fr)' }}
      max={16}
      nested
      movable
    >
      <PartySelect
        source="partyId"
        className="phone-wide"
        label={word('party')}
        validate={required()}
        helperText={false}
      />
      <RateInput
        source="rateBps"
        label={word('rate')}
        placeholder={translate(word('restHelp'))}
        helperText={false}
      />
      <ChoiceInput
        source="takesFrom"
        label={word('takesFrom')}
        choices={['base', 'rest']}
        validate={required()}
        helperText={false}
      />
    </RowsEditor>
  );
}

/** The clauses of this very draft, as they stand in the form. */
function ClauseSelect() {
  const clauses: Partial<Clause>[] = useWatch({ name: 'clauses' }) ?? [];
  const choices = clauses
    .filter((clause) => clause.clauseNo)
    .map((clause) => ({
      id: clause.clauseNo,
      name: `${clauseMark(clause.clauseNo ?? '')} ${clause.heading ?? ''}`,
    }));
  return (
    <SelectInput
      source="clauseNo"
      label={word('clause')}
      choices={choices}
      translateChoice={false}
      validate={required()}
    />
  );
}
