import { DataTable, SearchInput } from 'react-admin';
import { ChoiceInput } from '../fields/ChoiceInput.tsx';
import { DayField } from '../fields/DayField.tsx';
import { HouseList } from '../fields/HouseList.tsx';
import { RefInput } from '../fields/RefInput.tsx';
import { NamedLink, RowLink } from '../fields/RowLink.tsx';
import { ChoiceField } from '../fields/StatusChip.tsx';
import { useMe } from '../shell/me-context.ts';
import { type ContractPromise, PROMISE_KINDS } from './promise.ts';
import { Scores } from './Scores.tsx';
import { useAmount } from './use-amount.ts';

const search = <SearchInput key="q" source="q" />;
const kind = <ChoiceInput key="kind" source="kind" choices={PROMISE_KINDS} />;
const anchor = <RefInput key="anchor" source="anchorId" reference="anchors" />;

/** What the agency promised, contract by contract; the anchor sees the own, with the score of each month. */
export function PromiseList() {
  const amount = useAmount();
  const { can, role } = useMe();
  const isStaff = role !== 'anchor';
  return (
    <>
      {!isStaff && <Scores filter={{}} />}
      <HouseList
        filters={isStaff ? [search, kind, anchor] : [search, kind]}
        empty={`resources.contract-promises.${isStaff ? 'empty' : 'emptyOwn'}`}
        createAction={can.includes('contract-promises.edit') ? 'contract-promises.edit' : null}
        card={(promise) => ({
          title: promise.title,
          right: promise.target === null ? null : amount(promise.target, promise.unit),
          lines: [[isStaff && promise.anchorName, promise.contractNo].filter(Boolean).join(' · ')],
        })}
      >
        <DataTable.Col source="title" field={RowLink} disableSort />
        {isStaff && <DataTable.Col source="anchorName" disableSort />}
        <DataTable.Col
          source="contractNo"
          disableSort
          render={(promise: ContractPromise) => (
            <NamedLink resource="contracts" id={promise.contractId}>
              {promise.contractNo}
            </NamedLink>
          )}
        />
        <DataTable.Col source="kind" field={ChoiceField} disableSort />
        <DataTable.Col
          source="target"
          disableSort
          render={(promise: ContractPromise) =>
            promise.target === null ? '—' : amount(promise.target, promise.unit)
          }
        />
        <DataTable.Col source="cadence" field={ChoiceField} disableSort />
        <DataTable.Col source="startsOn" field={DayField} disableSort />
        <DataTable.Col source="endsOn" field={DayField} disableSort />
      </HouseList>
    </>
  );
}
