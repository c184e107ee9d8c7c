import { required, SelectInput, useGetList, useGetOne } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { RefInput } from '../fields/RefInput.tsx';
import { useAsk } from '../fields/use-ask.ts';
import { useWord } from '../fields/use-word.ts';

interface Component {
  id: number;
  clauseNo: string;
  type: string;
  rule: { of?: string };
}

/** The clause a deduction stands on: an anchor's contract in force, then its clauses of this kind. */
export function ComponentInput({ type }: { type: 'fine' | 'recoup' }) {
  const anchorId = useWatch({ name: 'anchorId' }) as number | undefined;
  return (
    <>
      <RefInput source="anchorId" reference="anchors" validate={required()} />
      {anchorId && <Clauses key={anchorId} anchorId={anchorId} type={type} />}
    </>
  );
}

function Clauses({ anchorId, type }: { anchorId: number; type: string }) {
  const word = useWord('resources.recoup-items');
  const { data: contracts } = useGetList('contracts', {
    filter: { anchorId, status: 'active' },
    pagination: { page: 1, perPage: 1 },
    sort: { field: 'id', order: 'DESC' },
  });
  const contractId = contracts?.[0]?.id as number | undefined;
  const { data: contract } = useGetOne(
    'contracts',
    { id: contractId! },
    { enabled: contractId !== undefined },
  );
  const version = (contract?.versions as { id: number; status: string }[] | undefined)?.find(
    ({ status }) => status === 'active',
  );
  const { data } = useAsk<{ components: Component[] }>(
    `/contracts/${contractId}/versions/${version?.id}/components`,
    undefined,
    version !== undefined,
  );
  const choices = (data?.components ?? [])
    .filter((one) => one.type === type)
    .map((one) => ({
      id: one.id,
      name: `${contract?.no} ${one.clauseNo}${one.rule.of ? ` · ${word(`values.of.${one.rule.of}`)}` : ''}`,
    }));
  return (
    <SelectInput
      source="componentId"
      choices={choices}
      translateChoice={false}
      validate={required()}
      helperText={data && choices.length === 0 ? word('noClause') : undefined}
    />
  );
}
