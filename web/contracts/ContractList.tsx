import { DataTable, SearchInput, useTranslate } from 'react-admin';
import { ChoiceInput } from '../fields/ChoiceInput.tsx';
import { DayField } from '../fields/DayField.tsx';
import { TextValue } from '../fields/Facts.tsx';
import { HouseList } from '../fields/HouseList.tsx';
import { RefInput } from '../fields/RefInput.tsx';
import { NamedLink, RowLink } from '../fields/RowLink.tsx';
import { StatusChip, StatusField } from '../fields/StatusChip.tsx';
import { useMe } from '../shell/me-context.ts';
import { CONTRACT_STATUSES } from './ContractInputs.tsx';

const filters = [
  <SearchInput key="q" source="q" />,
  <ChoiceInput key="status" source="status" choices={CONTRACT_STATUSES} />,
  <RefInput key="anchor" source="anchorId" reference="anchors" />,
];

export function ContractList() {
  const translate = useTranslate();
  const { can } = useMe();
  const staff = can.includes('anchors.list');
  return (
    <HouseList
      filters={staff ? filters : filters.slice(0, -1)}
      empty="resources.contracts.empty"
      createAction={can.includes('contracts.create') || staff ? undefined : null}
      card={(contract) => ({
        title: contract.no,
        right: <StatusChip value={contract.status} />,
        lines: [[contract.anchorName, contract.title].filter(Boolean).join(' · '), contract.startsOn],
      })}
    >
      <DataTable.Col source="no" field={RowLink} />
      <DataTable.Col
        source="anchorName"
        render={(contract) =>
          staff ? (
            <NamedLink resource="anchors" id={contract.anchorId}>
              {contract.anchorName}
            </NamedLink>
          ) : (
            contract.anchorName
          )
        }
      />
      <DataTable.Col source="title" field={TextValue} />
      <DataTable.Col source="status" field={StatusField} />
      <DataTable.Col source="startsOn" field={DayField} />
      <DataTable.Col source="endsOn" field={DayField} />
      <DataTable.Col
        source="versionNo"
        disableSort
        render={(contract) =>
          contract.versionNo
            ? translate('resources.contracts.version', { no: contract.versionNo })
            : translate('house.field.none')
        }
      />
      <DataTable.NumberCol source="ruleCount" disableSort />
    </HouseList>
  );
}
