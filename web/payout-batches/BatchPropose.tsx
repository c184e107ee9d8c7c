import {
  Alert,
  Box,
  Checkbox,
  FormControlLabel,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  TextField,
} from '@mui/material';
import { useState } from 'react';
import { Title, useGetList, useTranslate } from 'react-admin';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { addDays, today } from '../fields/day.ts';
import { EmptyState } from '../fields/EmptyState.tsx';
import { Fen, yuan } from '../fields/FenField.tsx';
import { Section } from '../fields/HouseShow.tsx';
import { ReasonButton } from '../fields/ReasonButton.tsx';
import { NamedLink } from '../fields/RowLink.tsx';
import { useAsk } from '../fields/use-ask.ts';
import { useVerb } from '../fields/use-verb.ts';
import { useWord } from '../fields/use-word.ts';
import { Waiting } from '../fields/Waiting.tsx';
import { ErrorPage } from '../shell/ErrorPage.tsx';
import { useWhyNot } from '../shell/me-context.ts';
import { type Batch, chosenOf, type Proposal } from './batch.ts';

/** What a batch of a month would pay, who stays out and why; one press makes the draft. */
export function BatchPropose() {
  const translate = useTranslate();
  const [search, setSearch] = useSearchParams();
  const { data: newest } = useGetList('statements', {
    pagination: { page: 1, perPage: 1 },
    sort: { field: 'month', order: 'DESC' },
    filter: {},
  });
  const month = search.get('month') ?? (newest?.[0]?.month as string | undefined);
  const word = useWord('resources.payout-batches');
  const { data, error, refetch, isFetching } = useAsk<Proposal>(
    '/payout-batches/proposal',
    { month },
    month !== undefined && month !== '',
  );
  return (
    <Box sx={{ pt: 2, display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Title title={word('propose')} />
      <TextField
        type="month"
        label={translate('resources.payout-batches.fields.month')}
        value={month ?? ''}
        onChange={(event) => setSearch({ month: event.target.value }, { replace: true })}
        slotProps={{ inputLabel: { shrink: true } }}
        sx={{ maxWidth: 220 }}
      />
      {isFetching && <Waiting />}
      {error && <ErrorPage error={error} resetErrorBoundary={() => void refetch()} />}
      {data && <Choice key={data.month} proposal={data} />}
    </Box>
  );
}

function Choice({ proposal }: { proposal: Proposal }) {
  const word = useWord('resources.payout-batches');
  const whyNot = useWhyNot();
  const navigate = useNavigate();
  const { run, busy } = useVerb();
  const [leftAside, setLeftAside] = useState<ReadonlySet<number>>(new Set());
  const [onlyConfirmed, setOnlyConfirmed] = useState(false);
  const [executeOn, setExecuteOn] = useState(addDays(today(), 1));
  const { statementIds, totalFen } = chosenOf(proposal, leftAside, onlyConfirmed);
  const toggle = (id: number) => {
    const next = new Set(leftAside);
    if (!next.delete(id)) next.add(id);
    setLeftAside(next);
  };
  const create = () =>
    run(
      (provider) =>
        provider.send<Batch>('POST', '/payout-batches', {
          month: proposal.month,
          statementIds,
          onlyConfirmed,
          executeOn,
        }),
      {
        success: 'resources.payout-batches.done.create',
        onDone: (batch) => navigate(`/payout-batches/${batch.id}/show`),
      },
    );
  return (
    <>
      {proposal.items.length === 0 ? (
        <EmptyState text={word('nobody')} />
      ) : (
        <Section title="resources.payout-batches.toPay" flush>
          <Items
            proposal={proposal}
            isChosen={(id) => statementIds.includes(id)}
            isFixed={(isConfirmed) => onlyConfirmed && !isConfirmed}
            onToggle={toggle}
          />
        </Section>
      )}
      {proposal.leftOut.length > 0 && <LeftOutSection proposal={proposal} />}
      {proposal.items.length > 0 && (
        <Section>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
            <TextField
              type="date"
              label={word('fields.executeOn')}
              value={executeOn}
              onChange={(event) => setExecuteOn(event.target.value)}
              slotProps={{ inputLabel: { shrink: true } }}
              sx={{ maxWidth: 200 }}
            />
            <FormControlLabel
              control={
                <Checkbox checked={onlyConfirmed} onChange={(_, checked) => setOnlyConfirmed(checked)} />
              }
              label={word('onlyConfirmed')}
            />
            <Box sx={{ flex: 1 }} />
            <Box sx={{ fontSize: '1.2rem', fontWeight: 650 }}>
              <Fen value={totalFen} />
            </Box>
            <ReasonButton
              variant="contained"
              size="medium"
              busy={busy}
              reason={
                whyNot('payout-batches.prepare') ??
                (statementIds.length === 0
                  ? word('chooseSome')
                  : executeOn === ''
                    ? word('chooseDay')
                    : undefined)
              }
              onClick={() => void create()}
            >
              {word('create', { count: statementIds.length, amount: yuan(totalFen) })}
            </ReasonButton>
          </Box>
        </Section>
      )}
    </>
  );
}

function Items(props: {
  proposal: Proposal;
  isChosen: (statementId: number) => boolean;
  isFixed: (isConfirmed: boolean) => boolean;
  onToggle: (statementId: number) => void;
}) {
  const { proposal, isChosen, isFixed, onToggle } = props;
  const word = useWord('resources.payout-batches');
  return (
    <Table size="small">
      <TableHead>
        <TableRow>
          <TableCell padding="checkbox" aria-label={word('choose')} />
          {['anchorName', 'statementNo', 'isConfirmed'].map((column) => (
            <TableCell key={column}>{word(`fields.${column}`)}</TableCell>
          ))}
          {['heldFen', 'dueFen'].map((column) => (
            <TableCell key={column} align="right">
              {word(`fields.${column}`)}
            </TableCell>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {proposal.items.map((item) => (
          <TableRow key={item.statementId} hover>
            <TableCell padding="checkbox">
              <Checkbox
                size="small"
                checked={isChosen(item.statementId)}
                disabled={isFixed(item.isConfirmed)}
                onChange={() => onToggle(item.statementId)}
                slotProps={{ input: { 'aria-label': item.anchorName } }}
              />
            </TableCell>
            <TableCell>{item.anchorName}</TableCell>
            <TableCell>
              <NamedLink resource="statements" id={item.statementId}>
                {item.statementNo}
              </NamedLink>
            </TableCell>
            <TableCell>{word(item.isConfirmed ? 'confirmed' : 'notConfirmed')}</TableCell>
            <TableCell align="right">{item.heldFen > 0 ? <Fen value={item.heldFen} /> : '—'}</TableCell>
            <TableCell align="right">
              <Fen value={item.dueFen} strong />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function LeftOutSection({ proposal }: { proposal: Proposal }) {
  const translate = useTranslate();
  return (
    <Section title="resources.payout-batches.leftOut">
      <Box sx={{ display: 'grid', gap: 1 }}>
        {proposal.leftOut.map((one) => (
          <Alert key={one.statementId} severity={one.code === 'no_payee' ? 'warning' : 'info'} icon={false}>
            <b>{one.anchorName}</b> ·{' '}
            <NamedLink resource="statements" id={one.statementId}>
              {one.statementNo}
            </NamedLink>{' '}
            · {yuan(one.payableFen)} ·{' '}
            {translate(`resources.payout-batches.leftOutWhy.${one.code}`, { _: one.message })}
          </Alert>
        ))}
      </Box>
    </Section>
  );
}
