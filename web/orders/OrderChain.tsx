import { Box, Link as MuiLink, Typography } from '@mui/material';
import { useState } from 'react';
import { useGetList, useRecordContext, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { lineKey, type SettlementLine } from '../fields/explanation.ts';
import { Section } from '../fields/HouseShow.tsx';
import { LineRow } from '../fields/LineRow.tsx';
import { WhyDrawer } from '../fields/WhyDrawer.tsx';
import { useMe } from '../shell/me-context.ts';
import { type OrderLine, orderStateOf } from './order-state.ts';

const FIRST_PAGE = { pagination: { page: 1, perPage: 100 }, sort: { field: 'id', order: 'ASC' as const } };

/** Order line → settlement lines → statement: what became of this order, step by step. */
export function OrderChain() {
  const order = useRecordContext<OrderLine>();
  const translate = useTranslate();
  const { can } = useMe();
  const [why, setWhy] = useState<SettlementLine>();
  const allowed = can.includes('settlement-lines.list');
  const { data, isPending } = useGetList(
    'settlement-lines',
    { ...FIRST_PAGE, filter: { lineId: order?.id } },
    { enabled: allowed && order !== undefined },
  );
  if (!order || !allowed) return null;
  const lines = (data ?? []) as unknown as SettlementLine[];
  const state = orderStateOf(order);
  return (
    <Section title="resources.orders.section.chain" flush>
      {lines.map((line) => (
        <Box key={lineKey(line)}>
          <LineRow line={line} onWhy={setWhy} withAnchor />
          <StatementOf line={line} />
        </Box>
      ))}
      {!isPending && lines.length === 0 && (
        <Typography color="text.secondary" sx={{ px: 2, pb: 2 }}>
          {translate(`resources.orders.chain.${state === 'settled' ? 'notYet' : 'never'}`)}{' '}
          {state === 'settled' && (
            <MuiLink component={Link} to="/settlements">
              {translate('resources.orders.chain.run')}
            </MuiLink>
          )}
        </Typography>
      )}
      <WhyDrawer line={why} onClose={() => setWhy(undefined)} />
    </Section>
  );
}

function StatementOf({ line }: { line: SettlementLine }) {
  const translate = useTranslate();
  const { data = [], isPending } = useGetList('statements', {
    ...FIRST_PAGE,
    filter: { anchorId: line.anchorId, month: line.month },
  });
  const statement = data[0];
  if (isPending) return null;
  return (
    <Typography variant="body2" color="text.secondary" sx={{ px: 2, pb: 1.25 }}>
      {'→ '}
      {statement ? (
        <MuiLink component={Link} to={`/statements/${statement.id}/show`}>
          {translate('resources.orders.chain.statement', { no: statement.no })}
        </MuiLink>
      ) : (
        translate('resources.orders.chain.noStatement', { month: line.month })
      )}
    </Typography>
  );
}
