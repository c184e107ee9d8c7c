import ExpandIcon from '@mui/icons-material/ExpandMore';
import { Box, ButtonBase, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { StatementProduct, StatementStream } from '../../api/domain/statement.ts';
import { chinaTime } from '../fields/day.ts';
import { lineKey } from '../fields/explanation.ts';
import { Fen, yuan } from '../fields/FenField.tsx';
import { LineRow } from '../fields/LineRow.tsx';
import { sayRate } from '../fields/say-rate.ts';
import { Waiting } from '../fields/Waiting.tsx';
import { groupLines, type LinesOfProduct } from './group-lines.ts';
import { useAllLines } from './statement-lines.ts';
import type { OpenWhy, Statement } from './statement-record.ts';

/** The frozen document's own grouping: streams, their products, and under each its order lines. */
export function StatementGroups({ statement, onWhy }: { statement: Statement; onWhy: OpenWhy }) {
  const [asked, setAsked] = useState(false);
  const { streams } = statement.document;
  const { data, isLoading } = useAllLines(statement.id, asked);
  const linesOf = data?.lines && groupLines(data.lines, streams);
  return (
    <Box>
      {streams.map((stream, index) => (
        <StreamGroup
          // biome-ignore lint/suspicious/noArrayIndexKey: the document is frozen
          key={index}
          stream={stream}
          linesOf={linesOf}
          isLoading={isLoading}
          onAsk={() => setAsked(true)}
          onWhy={onWhy}
        />
      ))}
    </Box>
  );
}

interface GroupProps {
  stream: StatementStream;
  linesOf: LinesOfProduct | undefined;
  isLoading: boolean;
  onAsk: () => void;
  onWhy: OpenWhy;
}

function StreamGroup(props: GroupProps) {
  const { stream } = props;
  const translate = useTranslate();
  const at = chinaTime(stream.startedAt);
  return (
    <Box component="section">
      <Box
        sx={{
          display: 'flex',
          gap: 2,
          px: 2,
          py: 1,
          backgroundColor: 'action.hover',
          borderTop: 1,
          borderColor: 'divider',
        }}
      >
        <Typography variant="subtitle2" component="h3" sx={{ flex: 1, minWidth: 0 }}>
          {stream.title ?? translate('resources.statements.group.noStream')}
          {at && (
            <Typography
              component="span"
              variant="body2"
              color="text.secondary"
              sx={{ ml: 1, whiteSpace: 'nowrap' }}
            >
              {at}
            </Typography>
          )}
        </Typography>
        <Fen value={stream.amountFen} strong />
      </Box>
      {stream.products.map((product, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the document is frozen
        <ProductGroup key={index} {...props} product={product} />
      ))}
    </Box>
  );
}

function ProductGroup(props: GroupProps & { product: StatementProduct }) {
  const { product, onAsk } = props;
  const translate = useTranslate();
  const [open, setOpen] = useState(false);
  const rate = sayRate(product, translate);
  return (
    <Box>
      <ButtonBase
        aria-expanded={open}
        onClick={() => {
          onAsk();
          setOpen(!open);
        }}
        sx={{
          display: 'flex',
          font: 'inherit',
          width: '100%',
          textAlign: 'left',
          gap: 1,
          px: 2,
          py: 1,
          minHeight: 44,
          borderTop: 1,
          borderColor: 'divider',
          '&:hover': { backgroundColor: 'action.hover' },
        }}
      >
        <ExpandIcon
          fontSize="small"
          aria-hidden
          sx={{
            color: 'text.secondary',
            transform: open ? 'none' : 'rotate(-90deg)',
            transition: 'transform 120ms',
          }}
        />
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Box sx={{ overflowWrap: 'anywhere' }}>{product.name}</Box>
          <Box sx={{ color: 'text.secondary', fontSize: '0.88rem', overflowWrap: 'anywhere' }}>
            {translate('resources.statements.group.orders', { smart_count: product.orderLines })} ·{' '}
            {yuan(product.baseFen)} × {rate} · {product.clause}
          </Box>
        </Box>
        <Fen value={product.amountFen} strong />
      </ButtonBase>
      {open && <ProductLines {...props} />}
    </Box>
  );
}

function ProductLines({
  stream,
  product,
  linesOf,
  isLoading,
  onWhy,
}: GroupProps & { product: StatementProduct }) {
  const translate = useTranslate();
  if (isLoading) return <Waiting />;
  const lines = linesOf?.(stream, product);
  return (
    <Box sx={{ pl: { xs: 1, sm: 3.5 } }}>
      {lines ? (
        lines.map((line) => <LineRow key={lineKey(line)} line={line} onWhy={onWhy} dense />)
      ) : (
        <Typography color="text.secondary" variant="body2" sx={{ px: 2, py: 1 }}>
          {translate('resources.statements.group.unmatched')}
        </Typography>
      )}
    </Box>
  );
}
