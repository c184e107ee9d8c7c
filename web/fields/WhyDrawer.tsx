import CloseIcon from '@mui/icons-material/Close';
import { Alert, Box, Drawer, IconButton, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useDataProvider, useLocaleState, useTranslate } from 'react-admin';
import type { HouseProvider } from '../shell/data-provider.ts';
import { Refusal } from '../shell/http.ts';
import { useMe } from '../shell/me-context.ts';
import type { Explanation } from './explanation.ts';
import { Fen, Rate } from './FenField.tsx';
import { Waiting } from './Waiting.tsx';

export interface WhyDrawerProps {
  /** The settlement line to explain; undefined: closed. */
  line: { lineId: number; seq: number } | undefined;
  onClose: () => void;
  /** What can be done about the line. */
  footer?: ReactNode;
}

/** "Why this amount": from the order line over the rule and the contract's own words to the last fen. */
export function WhyDrawer({ line, onClose, footer }: WhyDrawerProps) {
  const translate = useTranslate();
  return (
    <Drawer
      anchor="right"
      open={line !== undefined}
      onClose={onClose}
      slotProps={{
        paper: {
          sx: { width: 'min(100vw, 520px)', p: { xs: 2, sm: 3 }, overflowWrap: 'anywhere' },
          role: 'dialog',
          'aria-label': translate('resources.statements.why.title'),
        },
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', mb: 1 }}>
        <Typography variant="h6" component="h2" sx={{ flex: 1 }}>
          {translate('resources.statements.why.title')}
        </Typography>
        <IconButton onClick={onClose} aria-label={translate('house.action.close')} edge="end">
          <CloseIcon />
        </IconButton>
      </Box>
      {line && <Why lineId={line.lineId} seq={line.seq} />}
      {footer && <Box sx={{ mt: 2 }}>{footer}</Box>}
    </Drawer>
  );
}

function Why({ lineId, seq }: { lineId: number; seq: number }) {
  const translate = useTranslate();
  const provider = useDataProvider<HouseProvider>();
  const { data, error, isPending } = useQuery({
    queryKey: ['settlement-lines', 'explain', lineId, seq],
    queryFn: ({ signal }) =>
      provider.ask<Explanation>(`/settlement-lines/${lineId}/${seq}/explain`, undefined, signal),
    retry: false,
  });
  if (isPending) return <Waiting />;
  if (error) {
    const requestId = error instanceof Refusal ? error.body.requestId : undefined;
    return (
      <Alert severity="error">
        {error.message}
        {requestId && (
          <Box>
            {translate('house.error.requestId')} <code>{requestId}</code>
          </Box>
        )}
      </Alert>
    );
  }
  return <Steps why={data} />;
}

function Steps({ why }: { why: Explanation }) {
  const translate = useTranslate();
  const { role } = useMe();
  const { rule, order, parts } = why;
  const own = role === 'anchor' ? parts[0] : parts.find((part) => part.kind === 'anchor');
  return (
    <>
      <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 1.5, mb: 2 }}>
        <Fen value={own?.amountFen} strong sx={{ fontSize: '1.7rem' }} />
        <Typography color="text.secondary">{translate(`resources.statements.kind.${why.kind}`)}</Typography>
      </Box>
      <Box component="ol" sx={{ listStyle: 'none', p: 0, m: 0 }}>
        <Step title="order">
          <Typography>{order.product ?? '—'}</Typography>
          <Typography color="text.secondary" variant="body2">
            {order.lineNo ? `${order.orderNo} / ${order.lineNo}` : order.orderNo}
          </Typography>
          <Pairs
            rows={[
              ['paid', <Fen key="paid" value={order.paidFen} />],
              ['sales', <Fen key="sales" value={why.salesFen} />],
              ['base', <Fen key="base" value={why.baseFen} />],
              ['settledAt', order.settledAt ?? '—'],
            ]}
          />
        </Step>
        <Step title="rule">
          <Typography>
            {rule.contractNo} · {translate('resources.statements.why.version', { no: rule.versionNo })} ·{' '}
            {translate('resources.statements.why.clauseNo', { no: rule.clauseNo.replace(/^§/, '') })}
          </Typography>
          <Box
            component="blockquote"
            sx={{
              m: 0,
              mt: 1,
              pl: 1.5,
              py: 0.5,
              borderLeft: 3,
              borderColor: 'primary.main',
              whiteSpace: 'pre-wrap',
            }}
          >
            {rule.clauseHeading && <b>{rule.clauseHeading}　</b>}
            {rule.clauseText}
          </Box>
        </Step>
        <Step title="working">
          <Sentences why={why} />
        </Step>
        <Step title="result" last>
          <Parts why={why} />
        </Step>
      </Box>
    </>
  );
}

function Sentences({ why }: { why: Explanation }) {
  const [locale] = useLocaleState();
  return (
    <Box component="ul" sx={{ m: 0, pl: 2.5, '& li': { mb: 0.75 } }}>
      {why.sentences.map((sentence, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the sentences of a working have fixed places
        <li key={index}>{locale === 'zh' ? sentence.text : sentence.textEn}</li>
      ))}
    </Box>
  );
}

function Parts({ why }: { why: Explanation }) {
  const translate = useTranslate();
  return (
    <Box component="dl" sx={{ m: 0 }}>
      {why.parts.map((part) => (
        <Box key={part.position} sx={{ display: 'flex', gap: 1.5, py: 0.5 }}>
          <Box component="dt" sx={{ flex: 1, fontWeight: part.kind === 'anchor' ? 650 : undefined }}>
            {part.partyName}
          </Box>
          <Box component="dd" sx={{ m: 0, color: 'text.secondary' }}>
            {part.rateBps === null ? (
              translate('resources.statements.why.rest')
            ) : (
              <Rate value={part.rateBps} />
            )}
          </Box>
          <Box component="dd" sx={{ m: 0, minWidth: 96, textAlign: 'right' }}>
            <Fen value={part.amountFen} strong={part.kind === 'anchor'} />
          </Box>
        </Box>
      ))}
    </Box>
  );
}

function Step({ title, last, children }: { title: string; last?: boolean; children: ReactNode }) {
  const translate = useTranslate();
  return (
    <Box
      component="li"
      sx={{
        position: 'relative',
        pl: 2.5,
        pb: last ? 0 : 2.5,
        ml: 0.5,
        borderLeft: 2,
        borderColor: last ? 'transparent' : 'divider',
      }}
    >
      <Box
        aria-hidden
        sx={{
          position: 'absolute',
          left: -6,
          top: 5,
          width: 10,
          height: 10,
          borderRadius: '50%',
          backgroundColor: 'primary.main',
        }}
      />
      <Typography variant="subtitle2" component="h3" sx={{ mb: 0.5 }}>
        {translate(`resources.statements.why.${title}`)}
      </Typography>
      {children}
    </Box>
  );
}

function Pairs({ rows }: { rows: [string, ReactNode][] }) {
  const translate = useTranslate();
  return (
    <Box
      component="dl"
      sx={{ m: 0, mt: 1, display: 'grid', gridTemplateColumns: 'auto 1fr', columnGap: 2, rowGap: 0.25 }}
    >
      {rows.map(([key, value]) => (
        <Box key={key} sx={{ display: 'contents' }}>
          <Box component="dt" sx={{ color: 'text.secondary' }}>
            {translate(`resources.statements.why.fields.${key}`)}
          </Box>
          <Box component="dd" sx={{ m: 0, textAlign: 'right', fontVariantNumeric: 'tabular-nums' }}>
            {value}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
