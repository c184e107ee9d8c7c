import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { BooleanInput, NumberInput, required, SelectInput, TextInput, useSourceContext } from 'react-admin';
import { useWatch } from 'react-hook-form';
import type { ComponentType } from '../../../api/domain/pay/component.ts';
import { ChoiceInput, PlatformInput } from '../../fields/ChoiceInput.tsx';
import { DayInput } from '../../fields/DayInput.tsx';
import { FenInput, RateInput } from '../../fields/ExactInput.tsx';
import { PartySelect } from '../../fields/PartySelect.tsx';
import { RefInput } from '../../fields/RefInput.tsx';
import { RowsEditor } from '../../fields/RowsEditor.tsx';
import { useWord } from '../../fields/use-word.ts';
import type { Clause } from '../version.ts';
import { clauseMark } from '../version.ts';
import { COMPONENT_TYPES, HAS_MAX, HAS_MIN, RULE_FIELDS } from './component-form.ts';

const word = (key: string) => `resources.contracts.pay.${key}`;

/** One component: its kind in plain words, the clause it stands on, and the fields of its kind. */
export function ComponentInputs({ clauses, anchorId }: { clauses: readonly Clause[]; anchorId: number }) {
  const say = useWord('resources.contracts.pay');
  const source = useSourceContext();
  const type = (useWatch({ name: source.getSource('type') }) ?? 'guarantee') as ComponentType;
  return (
    <>
      <ChoiceInput
        source="type"
        label={word('type')}
        choices={COMPONENT_TYPES}
        words={word('types')}
        validate={required()}
        className="double"
      />
      <SelectInput
        source="clauseNo"
        label="resources.contracts.clause"
        translateChoice={false}
        choices={clauses.map(({ clauseNo, heading }) => ({
          id: clauseNo,
          name: `${clauseMark(clauseNo)} ${heading ?? ''}`,
        }))}
        validate={required()}
      />
      <Typography className="wide" variant="body2" color="text.secondary">
        {say(`plain.${type}`)}
      </Typography>
      <RuleInputs type={type} />
      {HAS_MIN.includes(type) && <FenInput source="minFen" label={word('min')} />}
      {HAS_MAX.includes(type) && <FenInput source="maxFen" label={word('max')} />}
      <DayInput source="effectiveFrom" label="resources.contracts.effectiveFrom" validate={required()} />
      <DayInput source="effectiveTo" label="resources.contracts.effectiveTo" />
      <PlatformInput source="platform" label="resources.contracts.platform" />
      <RefInput source="brandId" reference="brands" label="resources.contracts.brand" />
      <TextInput source="category" label={word('category')} />
      <RefInput source="productId" reference="products" label="resources.contracts.product" />
      <RefInput
        source="streamId"
        reference="streams"
        label="resources.contracts.stream"
        filter={{ anchorId }}
      />
      <NumberInput source="priority" label={word('priority')} min={0} max={999} step={1} />
    </>
  );
}

function RuleInputs({ type }: { type: ComponentType }) {
  const has = (field: string) => field in RULE_FIELDS[type];
  return (
    <>
      {has('amountFen') && (
        <FenInput source="rule.amountFen" label={word(`amount.${type}`)} validate={required()} />
      )}
      {has('span') && (
        <ChoiceInput
          source="rule.span"
          label={word('span')}
          choices={['month', 'contract']}
          words={word('spans')}
          defaultValue="month"
        />
      )}
      {has('counts') && (
        <ChoiceInput
          source="rule.counts"
          label={word('counts')}
          choices={['shares', 'all_earnings']}
          words={word('countsOf')}
          defaultValue="shares"
        />
      )}
      {has('prorate') && <BooleanInput source="rule.prorate" label={word('prorate')} defaultValue={false} />}
      {type === 'fee_share' && (
        <ChoiceInput
          source="rule.of"
          label={word('of')}
          choices={['slot_fee', 'service_fee']}
          words={word('ofs')}
          validate={required()}
        />
      )}
      {type === 'recoup' && (
        <ChoiceInput
          source="rule.of"
          label={word('of')}
          choices={['advance', 'training', 'traffic']}
          words={word('ofs')}
          validate={required()}
        />
      )}
      {type === 'tiered_share' && (
        <>
          <ChoiceInput
            source="rule.of"
            label={word('tierOf')}
            choices={['net_sales', 'commission']}
            words={word('ofs')}
            defaultValue="net_sales"
          />
          <ChoiceInput
            source="rule.mode"
            label={word('mode')}
            choices={['marginal', 'retroactive']}
            words={word('modes')}
            defaultValue="marginal"
            className="double"
          />
        </>
      )}
      {has('shareCeilingBps') && <RateInput source="rule.shareCeilingBps" label={word('ceiling')} />}
      {has('capBps') && <RateInput source="rule.capBps" label={word('cap')} />}
      {has('noticeDays') && (
        <NumberInput source="rule.noticeDays" label={word('noticeDays')} min={0} max={90} step={1} />
      )}
      {has('releaseAfterDays') && (
        <NumberInput
          source="rule.releaseAfterDays"
          label={word('releaseAfterDays')}
          min={1}
          max={730}
          step={1}
          validate={required()}
        />
      )}
      {has('conditions') && (
        <Rows source="rule.conditions" add="addCondition" newRow={{ kind: 'min_streams', count: 1 }}>
          <ChoiceInput
            source="kind"
            label={word('condition')}
            choices={['min_streams', 'min_minutes']}
            words={word('conditions')}
            validate={required()}
          />
          <NumberInput source="count" label={word('count')} min={1} step={1} validate={required()} />
        </Rows>
      )}
      {has('tiers') && (
        <Rows source="rule.tiers" add="addTier" newRow={{ fromFen: 0, rateBps: null }}>
          <FenInput source="fromFen" label={word('from')} validate={required()} />
          <RateInput source="rateBps" label="resources.contracts.rate" validate={required()} />
        </Rows>
      )}
      {has('rates') && (
        <Rows source="rule.rates" add="addRate" newRow={{ category: null, rateBps: null }}>
          <TextInput source="category" label={word('category')} parse={(text: string) => text || null} />
          <RateInput source="rateBps" label="resources.contracts.rate" validate={required()} />
        </Rows>
      )}
      {has('parts') && (
        <Rows source="rule.parts" add="addPart" newRow={{ takesFrom: 'base', rateBps: null }}>
          <PartySelect source="partyId" label="resources.contracts.party" validate={required()} />
          <RateInput source="rateBps" label="resources.contracts.rate" />
          <ChoiceInput
            source="takesFrom"
            label="resources.contracts.takesFrom"
            choices={['base', 'rest']}
            validate={required()}
          />
        </Rows>
      )}
    </>
  );
}

function Rows(props: { source: string; add: string; newRow: Record<string, unknown>; children: ReactNode }) {
  return (
    <Box className="wide" sx={{ mb: 1 }}>
      <RowsEditor
        source={props.source}
        addLabel={word(props.add)}
        newRow={() => props.newRow}
        nested
        max={16}
      >
        {props.children}
      </RowsEditor>
    </Box>
  );
}
